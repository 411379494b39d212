"""Every Word file of kit, example and a real repository is sound and says what the text says.

The kit is measured at its longest, as a platform has it once approved: visas and history
take room too.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
import pytest
from docx.opc.rel import _Relationship
from openxml_audit import OpenXmlValidator

from smq.i18n import Translator
from smq.kit import read_kit
from smq.kit.answers import completed, from_file
from smq.load import load
from smq.load.content import read_content
from smq.model import History
from smq.operations.initialise import initialise
from smq.render.deliverables import Deliverable, deliverables
from tests.render.docx.reading import faults, words, words_of_markdown

ROOT = Path(__file__).parent.parent
DAY = date(2027, 3, 1)
SOURCES = ("kit", "example", "corpus")
MOST_PAGES = {"FIP": 2, "FOR": 2, "PRO": 4, "MOP": 4, "MAN": 12}
"""Type → pages of a document of ours, once rendered: longer ones are not read."""
OURS = ("kit", "example")
UNAPPROVED = """\
version: ""
statut: projet
date_application:
redacteur:
verificateur:
approbateur:
"""
APPROVED = """\
version: "1"
statut: applicable
date_application: 2027-01-18
redacteur: P03
verificateur: P02
approbateur: P01
approbations:
  - {{version: "1", par: P02, role: verificateur, date: 2027-01-14, mode: git}}
  - {{version: "1", par: P01, role: approbateur, date: 2027-01-15, mode: papier,
     preuve: enregistrements/DOC/{code}_v01_visa.pdf, saisie_par: P02}}
historique:
  - {{version: "1", date: 2027-01-12, objet: Création, par: P03}}
"""
LONGEST = {
    "mise_a_disposition, formation]": "mise_a_disposition, rd, formation]",
    "risques: [laser, chimique]": "risques: [zrr, radioprotection, laser, biologique, chimique]",
    "plateaux: []": "plateaux: [{nom: Imagerie, site: Nancy}, {nom: Analyse, site: Metz}]",
}
_WIKI = re.compile(r"\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\\?\|([^\]]*))?\]\]")


def _platform(source: str, folder: Path) -> Path:
    """Write the platform of a source into a folder."""
    if source == "example":
        shutil.copytree(ROOT / "examples" / "plateforme-demo", folder)
    elif source == "corpus":
        if "SMQ_CORPUS" not in os.environ:
            pytest.skip("SMQ_CORPUS names no folder")
        shutil.copytree(os.environ["SMQ_CORPUS"], folder)
        shutil.copy(ROOT / "tests" / "corpus" / "lean" / "smq.yaml", folder)
    else:
        kit = read_kit("infra-plus")
        answers = from_file(_longest(ROOT / "examples" / "reponses.yaml"), kit)
        names = iter(f"k{number:07}" for number in range(1000))
        plan = initialise(kit, completed(kit, answers), "standard", lambda: next(names))
        for change in plan.changes:
            file = folder / change.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(change.after or b"")
        _approve(folder)
    return folder


def _longest(answers: Path) -> bytes:
    """Return these answers with every activity, hazard and place: each adds a text."""
    text = answers.read_text(encoding="utf-8")
    for short, long in LONGEST.items():
        assert text.count(short) == 1, short
        text = text.replace(short, long)
    return text.encode()


def _approve(root: Path) -> None:
    """Give each document of a new platform its people, two visas and one line of history."""
    proofs = root / "enregistrements" / "DOC"
    proofs.mkdir(parents=True, exist_ok=True)
    for file in (root / "documents").rglob("*.md"):
        code = file.name[: len("PRE-FOR-001")]
        text = file.read_text(encoding="utf-8")
        assert text.count(UNAPPROVED) == 1, file.name
        file.write_text(text.replace(UNAPPROVED, APPROVED.format(code=code)), encoding="utf-8")
        (proofs / f"{code}_v01_visa.pdf").write_bytes(b"%PDF-1.4\n%%EOF\n")


@pytest.fixture(scope="module", params=SOURCES)
def rendered(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, tuple[Deliverable, ...]]:
    """Return a platform's folder and all its files."""
    root = _platform(request.param, tmp_path_factory.mktemp("p") / request.param)
    system = load(root, today=DAY, history=History(available=True), use_cache=False)
    coded = [d for d in system.documents if d.code_text]
    return root, tuple(deliverables(coded, system, root, Translator("fr")))


def test_word_opens_every_file(
    rendered: tuple[Path, tuple[Deliverable, ...]], tmp_path: Path
) -> None:
    """python-docx opens each; the validator and our own checks find nothing; no name twice."""
    _root, files = rendered
    validator = OpenXmlValidator()
    found = []
    for deliverable in files:
        assert deliverable.content is not None
        file = tmp_path / deliverable.name
        assert not file.exists()
        file.write_bytes(deliverable.content)
        docx.Document(str(file))
        found += [f"{file.name}: {error}" for error in validator.validate(file).errors]
        # What a repository writes between braces is its own text, not a field left unfilled.
        own = "{{" in (_root / deliverable.document.path).read_text(encoding="utf-8")
        found += [f"{file.name}: {f}" for f in faults(deliverable.content) if not own]

    assert found == []


def test_links_lead_to_files_of_the_run(rendered: tuple[Path, tuple[Deliverable, ...]]) -> None:
    """Every relative link of a rendered file names another one."""
    _root, files = rendered
    names = {deliverable.name for deliverable in files}
    targets = {
        relation.target_ref
        for deliverable in files
        for relation in _hyperlinks(deliverable)
        if not re.match(r"[a-z]+:", relation.target_ref)
    }

    assert targets <= names
    assert targets, "documents that cite each other link to each other"


def test_no_word_of_the_markdown_is_lost(rendered: tuple[Path, tuple[Deliverable, ...]]) -> None:
    """The words of each text stand in its file, in order and number."""
    root, files = rendered
    lost = []
    for deliverable in files:
        body = read_content(root, deliverable.document).body
        wanted = _real(words_of_markdown(_shown(body)))
        said = _real(words(deliverable.content or b""))
        if not _within(iter(said), wanted):
            lost.append(deliverable.name)

    assert lost == []


@pytest.mark.external
def test_libreoffice_reads_every_file(
    rendered: tuple[Path, tuple[Deliverable, ...]], tmp_path: Path
) -> None:
    """Each file becomes a PDF that holds its title; none of ours is too long to be read."""
    for program in ("soffice", "pdftotext"):
        if shutil.which(program) is None:
            pytest.skip(f"{program} is not installed")
    _root, files = rendered
    for deliverable in files:
        (tmp_path / deliverable.name).write_bytes(deliverable.content or b"")
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "pdf", "--outdir", str(tmp_path)),
            *(str(tmp_path / d.name) for d in files),
        ],
        check=True,
        capture_output=True,
        timeout=600,
    )
    for deliverable in files:
        pdf = tmp_path / Path(deliverable.name).with_suffix(".pdf")
        text = subprocess.run(
            ["pdftotext", str(pdf), "-"], check=True, capture_output=True, encoding="utf-8"
        ).stdout
        assert (deliverable.document.code_text or "?") in text
        assert _letters(deliverable.document.title) in _letters(text)
        if _root.name in OURS:
            # Whatever font stands in for the one wanted: those of this machine are the widest.
            most = MOST_PAGES.get(deliverable.document.type or "", 12)
            assert text.count("\f") <= most, deliverable.name


def _hyperlinks(deliverable: Deliverable) -> Iterator[_Relationship]:
    from io import BytesIO

    part = docx.Document(BytesIO(deliverable.content or b"")).part
    return (r for r in part.rels.values() if r.is_external and "hyperlink" in r.reltype)


def _shown(body: str) -> str:
    """Return the text with each wiki-link as its label, else its target."""
    return _WIKI.sub(lambda match: match[2] or match[1], body)


def _real(said: list[str]) -> list[str]:
    """Return the words that have a letter or a digit: `___` is a rule or a blank to fill in."""
    return [word for word in said if re.search(r"[^\W_]", word)]


def _within(said: Iterator[str], wanted: list[str]) -> bool:
    """Return whether the words wanted stand in what is said, in order; `said` may hold more."""
    return all(word in said for word in wanted)


def _letters(text: str) -> str:
    return re.sub(r"\W", "", text).casefold()
