"""A repository that nobody here wrote gives the figures of its study.

The corpus (lean-iso13485-qms, MIT) is not copied into the project: `SMQ_CORPUS` names its folder.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from smq import check
from smq.links import Summary, linkage, summary
from smq.load import load
from smq.model import History, QualitySystem, Resolution, Severity

PROJECT = Path(__file__).parent.parent
SETTINGS = PROJECT / "tests" / "corpus" / "lean" / "smq.yaml"


@pytest.fixture
def corpus(tmp_path: Path) -> QualitySystem:
    """Return what is read of a copy of the corpus with our settings beside it."""
    named = os.environ.get("SMQ_CORPUS")
    folder = Path(named) if named else Path("absent")
    if not folder.is_dir():
        pytest.skip("SMQ_CORPUS names no folder")
    root = tmp_path / "corpus"
    shutil.copytree(folder, root)
    shutil.copy(SETTINGS, root / "smq.yaml")
    return load(root, today=date(2027, 3, 1), history=History(available=True), use_cache=False)


def test_figures(corpus: QualitySystem) -> None:
    """27 documents mention each other 62 times along 55 edges, and nothing is unresolved."""
    assert summary(linkage(corpus)) == Summary(documents=27, mentions=62, edges=55, unresolved=0)


def test_every_document_has_a_code(corpus: QualitySystem) -> None:
    """The code is found under the key of that repository, two or three digits alike."""
    codes = sorted(document.code_text or "" for document in corpus.documents)

    assert codes[:5] == [f"DASH-00{number}" for number in range(1, 6)]
    assert codes[5:] == [
        "FRM-01",
        *(f"QM-0{number}" for number in range(1, 5)),
        "REF-01",
        *(f"SOP-{number:02}" for number in range(1, 17)),
    ]


def test_every_wiki_link_is_resolved(corpus: QualitySystem) -> None:
    """43 links between double brackets lead to a document, by code and with its title."""
    links = [link for link in linkage(corpus).links if link.wiki]

    assert len(links) == 43
    assert {link.resolution for link in links} == {Resolution.FOUND}
    assert not [link.wrong_title for link in links if link.wrong_title]


def test_no_error_of_form_number_or_link(corpus: QualitySystem) -> None:
    """A sound foreign tree has no error of SYN, NUM or LNK."""
    findings = check.run(corpus, check.Choice(select=("SYN", "NUM", "LNK")))

    assert [f for f in findings if f.severity is Severity.ERROR] == []


def test_orphans(corpus: QualitySystem) -> None:
    """Six documents are mentioned by no other: one note each."""
    findings = check.run(corpus, check.Choice(select=("orphan",)))

    assert [f.severity for f in findings] == [Severity.NOTE] * 6
    assert sorted(f.code or "" for f in findings) == [
        *(f"DASH-00{number}" for number in range(1, 6)),
        "FRM-01",
    ]


def test_a_link_broken_on_purpose_is_seen(corpus: QualitySystem, tmp_path: Path) -> None:
    """The figures do not hold by blindness: one document less breaks the links to it."""
    assert len(corpus.with_code("SOP-03")) == 1
    root = tmp_path / "corpus"
    (root / "02-procedures" / "SOP-03 Management Review.md").unlink()

    broken = load(root, today=date(2027, 3, 1), use_cache=False)

    findings = check.run(broken, check.Choice(select=("broken-link",)))
    assert len(findings) == summary(linkage(broken)).unresolved > 0
    assert {f.values["target"] for f in findings} == {"SOP-03"}
