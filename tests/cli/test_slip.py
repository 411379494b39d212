"""`render --bordereau`: one paper to sign for the documents that await approval."""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from tests.cli.runner import Runner, files_of
from tests.conftest import Repo

SLIP = "bordereau-de-visa_2027-03-01.docx"
SECTIONS = ("Objet", "Domaine d’application", "Responsabilités", "Déroulement", "Enregistrements")
BODY = "\n\n".join(f"## {title}\n\nTexte de la section." for title in SECTIONS) + "\n"


@pytest.fixture
def review(repo: Repo) -> Repo:
    """Return a platform with two documents of Claire's to approve and one of Hugo's."""
    repo.settings({"roles": {"approbateur": {"*": ["direction", "responsable"]}}})
    for number, approver in ((1, "P01"), (2, "P01"), (3, "P02")):
        in_review(repo, f"PRE-PRO-{number:03}", approver)
    return repo


def in_review(repo: Repo, code: str, approver: str, **more: Any) -> None:
    """Write a document that only lacks the visa of its approver."""
    header = {"redacteur": "P03", "approbateur": approver, "diffusion": "interne"}
    repo.document(code, BODY, **{"statut": "en_verification", **header, **more})


def paper(repo: Repo) -> tuple[str, list[list[list[str]]]]:
    """Return text and tables of the slip."""
    document = docx.Document(BytesIO((repo.root / "livrables" / SLIP).read_bytes()))
    tables = [[[c.text for c in row.cells] for row in t.rows] for t in document.tables]
    return "\n".join(p.text for p in document.paragraphs), tables


def test_all_that_awaits_approval(review: Repo, smq: Runner) -> None:
    """A lot a person: the documents with their fingerprints, a box, and what to type."""
    said = smq("render", "--bordereau")

    assert (said.code, Path(said.out.strip()).name) == (0, SLIP)
    assert "3 documents to sign." in said.err
    text, tables = paper(review)
    lots = [t for t in tables if t[0][0] == "Code"]
    assert [[row[0] for row in lot[1:]] for lot in lots] == [
        ["PRE-PRO-001", "PRE-PRO-002"],
        ["PRE-PRO-003"],
    ]
    first = lots[0][1]
    assert first[1:5] == ["Titre de PRE-PRO-001", "1", "Inès Vautrin", "–"]
    assert re.fullmatch("[0-9a-f]{12}", first[5])
    boxes = [t for t in tables if t[0] == ["", "Approved by"]]
    assert [[row[1] for row in box[1:]] for box in boxes] == [
        ["Claire Fontaine", "Directrice", "", ""],
        ["Hugo Marchal", "Responsable", "", ""],
    ]
    command = "smq approve PRE-PRO-001 PRE-PRO-002 --by P01 --mode papier --proof scan.pdf"
    assert command in text


def test_the_box_is_high_enough(review: Repo, smq: Runner) -> None:
    """15 millimetres for a pen."""
    smq("render", "--bordereau")

    document = docx.Document(str(review.root / "livrables" / SLIP))
    boxes = [t for t in document.tables if t.rows[0].cells[-1].text == "Approved by"]
    assert [round(box.rows[-1].height.mm) for box in boxes] == [15, 15]  # type: ignore[union-attr]


def test_what_is_typed_afterwards_is_taken(review: Repo, smq: Runner) -> None:
    """The command of the slip approves, and the visa binds the fingerprint that was printed."""
    smq("render", "--bordereau")
    text, tables = paper(review)
    short = next(t for t in tables if t[0][0] == "Code")[1][5]
    review.write("scan.pdf", b"%PDF-1.4")

    line = next(line for line in text.splitlines() if "--by P01" in line)
    said = smq(*line.split()[1:])

    assert said.code == 0, said.both
    file = review.root / "documents/PRE/PRE-PRO-001-document.md"
    assert f"sha256:{short}" in file.read_text(encoding="utf-8")


def test_codes(review: Repo, smq: Runner) -> None:
    """Only the documents named; a code twice is one."""
    smq("render", "--bordereau", "PRE-PRO-002", "pre-pro-002")

    _text, tables = paper(review)
    assert [row[0] for t in tables if t[0][0] == "Code" for row in t[1:]] == ["PRE-PRO-002"]


def test_who_verified(review: Repo, smq: Runner) -> None:
    """Name and date of the visa for this very text; one for another text sends it back."""
    in_review(review, "PRE-PRO-004", "P01", verificateur="P02")
    assert smq("verify", "PRE-PRO-004", "--by", "P02", "--mode", "papier").code == 0

    smq("render", "--bordereau", "PRE-PRO-004")

    _text, tables = paper(review)
    assert tables_row(tables, "PRE-PRO-004")[4] == "Hugo Marchal, 2027-03-01"
    file = review.root / "documents/PRE/PRE-PRO-004-document.md"
    file.write_bytes(file.read_bytes() + b"\nUn mot de plus.\n")
    said = smq("render", "--bordereau", "PRE-PRO-004")
    assert (said.code, "still to be verified" in said.err) == (2, True)


def tables_row(tables: list[list[list[str]]], code: str) -> list[str]:
    """Return the row of a document."""
    return next(row for table in tables for row in table if row[0] == code)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ({"statut": "projet"}, "is «Draft»"),
        ({"verificateur": "P02"}, "still to be verified"),
    ],
)
def test_documents_that_await_something_else(
    review: Repo, smq: Runner, header: dict[str, str], said: str
) -> None:
    """Named, they are refused; otherwise they are not taken."""
    in_review(review, "PRE-PRO-004", "P01", **header)

    found = smq("render", "--bordereau", "PRE-PRO-004")

    assert (found.code, said in found.err) == (2, True)
    assert smq("render", "--bordereau").code == 0
    assert "PRE-PRO-004" not in str(paper(review))


@pytest.mark.parametrize(
    ("header", "body", "said"),
    [
        ({}, "Voir PRE-PRO-098.\n", "errors are in the way"),
        ({"approbateur": "P03"}, BODY, "Inès Vautrin may not approve PRE-PRO-004"),
        ({"redacteur": "P01"}, BODY, "Claire Fontaine wrote PRE-PRO-004"),
        ({"approbateur": "Zoé Perrin"}, BODY, "its approver is nobody of smq.yaml"),
    ],
)
def test_nobody_signs_for_nothing(
    review: Repo, smq: Runner, header: dict[str, str], body: str, said: str
) -> None:
    """What `approve` would refuse stays out of the slip; the rest is made, exit 1."""
    people = {"redacteur": "P03", "approbateur": "P01", "diffusion": "interne"}
    review.document("PRE-PRO-004", body, **{"statut": "en_verification", **people, **header})

    found = smq("render", "--bordereau")

    assert found.code == 1
    assert said in found.err
    assert "PRE-PRO-003" in str(paper(review))
    assert "PRE-PRO-004" not in str(paper(review)[1])


def test_nothing_awaits(repo: Repo, smq: Runner) -> None:
    """It is said, and no paper is made."""
    said = smq("render", "--bordereau")

    assert (said.code, said.out) == (0, "")
    assert "No document awaits approval" in said.err
    assert not (repo.root / "livrables").exists()


def test_dry_run(review: Repo, smq: Runner) -> None:
    """The name is said, nothing is written."""
    before = files_of(review.root)

    assert smq("render", "--bordereau", "--dry-run").out == f"creates {SLIP}\n"
    assert files_of(review.root) == before


def test_twice_the_same_bytes(review: Repo, smq: Runner, tmp_path: Path) -> None:
    """The same documents on the same day make the same file, in the folder named."""
    smq("render", "--bordereau", "--out", "a")
    smq("render", "--bordereau", "--out", "b")

    assert (tmp_path / "a" / SLIP).read_bytes() == (tmp_path / "b" / SLIP).read_bytes()
