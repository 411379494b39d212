"""`list`, `show`, `impact`, `graph`, `map`, `template`: a platform read in all formats."""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from smq import resources
from tests.cli.runner import Runner
from tests.conftest import Repo


@pytest.fixture
def small(repo: Repo, smq: Runner) -> Runner:
    """Return a runner in a platform of three documents that cite each other."""
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.", titre="=1+1", approbateur="P02")
    repo.document(
        "PRE-FOR-001", "Tenir PRE-REG-001.", titre="Fiche", version="2", statut="applicable"
    )
    repo.document("PRE-REG-001", "[À compléter : objet]", titre="Registre")
    return smq


def test_the_table_holds_each_document(small: Runner) -> None:
    """One line a document, sorted by code; the count on stderr."""
    said = small("list")

    codes = [line.split()[0] for line in said.out.splitlines() if line.strip()][2:]
    assert codes == ["PRE-FOR-001", "PRE-PRO-001", "PRE-REG-001"]
    assert said.err == "3 documents\n"


def test_list_by_type_and_process(small: Runner) -> None:
    """Words in any case choose; nothing chosen is an empty list."""
    out = small("list", "--type", "for", "--format", "json").out

    assert [row["code"] for row in json.loads(out)] == ["PRE-FOR-001"]
    assert json.loads(small("list", "-p", "mad", "--format", "json").out) == []


def test_list_as_json(small: Runner) -> None:
    """English keys and states, nothing left out."""
    (row, *_rest) = json.loads(small("list", "--format", "json").out)

    assert row == {
        "code": "PRE-FOR-001",
        "title": "Fiche",
        "type": "FOR",
        "process": "PRE",
        "version": "2",
        "status": "in_force",
        "effective": None,
        "next_review": None,
        "path": "documents/PRE/PRE-FOR-001-document.md",
    }


def test_list_as_csv_for_a_french_excel(small: Runner) -> None:
    """Byte-order mark, semicolons, and no cell that a spreadsheet would compute."""
    small("list", "--format", "csv", "--out", "liste.csv")

    raw = Path("liste.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "Code"
    assert [row[1] for row in rows[1:]] == ["Fiche", "'=1+1", "Registre"]


@pytest.mark.parametrize(
    ("title", "cell"),
    [("+33 3 72", "'+33 3 72"), ("@tous", "'@tous"), ("-5", "-5"), ("-2,5", "-2,5"), ("-x", "'-x")],
)
def test_a_number_is_no_formula(repo: Repo, smq: Runner, title: str, cell: str) -> None:
    """A cell that starts like a formula is made text, a number stays one."""
    repo.document("PRE-PRO-001", titre=title)
    smq("list", "--format", "csv", "-o", "liste.csv")

    text = Path("liste.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[1][1] == cell


def test_list_as_a_workbook(small: Runner) -> None:
    """A header that stays, a filter, and a title that looks like a formula is text."""
    small("list", "--format", "xlsx", "-o", "liste.xlsx")

    sheet = load_workbook("liste.xlsx").active
    assert sheet is not None
    assert [cell.value for cell in sheet["A"]] == [
        "Code",
        "PRE-FOR-001",
        "PRE-PRO-001",
        "PRE-REG-001",
    ]
    assert (sheet["B3"].value, sheet["B3"].data_type) == ("=1+1", "s")
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:H4"


def test_a_workbook_has_the_same_bytes_each_time(small: Runner) -> None:
    """Entries in order and dated 1980, the document dated by the day of judgement."""
    small("list", "--format", "xlsx", "-o", "un.xlsx")
    small("list", "--format", "xlsx", "-o", "deux.xlsx")

    assert Path("un.xlsx").read_bytes() == Path("deux.xlsx").read_bytes()
    with zipfile.ZipFile("un.xlsx") as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
        assert b"2027-03-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_the_table_can_be_a_file(small: Runner) -> None:
    """`--out` is obeyed in every format."""
    small("list", "-o", "liste.txt")

    assert "PRE-FOR-001" in Path("liste.txt").read_text(encoding="utf-8")


def test_show_says_links_both_ways(small: Runner) -> None:
    """State, people by name, what it cites, what cites it, what is left to fill in."""
    out = small("show", "pre-pro-001").out

    assert out.startswith("PRE-PRO-001 – =1+1\n  documents/PRE/PRE-PRO-001-document.md\n")
    assert "Approved by : Hugo Marchal" in out
    assert "It cites :\n    PRE-FOR-001  Fiche\n" in out
    assert "No document cites it." in out
    assert "It is cited by :\n    PRE-FOR-001  Fiche" in small("show", "PRE-REG-001").out
    assert "Left to fill in : 1" in small("show", "PRE-REG-001").out


def test_dates_as_people_write_them(small: Runner, repo: Repo) -> None:
    """JJ/MM/AAAA in French where people read; ISO for programs and spreadsheets."""
    repo.document("PRE-MOP-001", statut="applicable", date_application="2027-02-15")

    def row(*words: str) -> str:
        out = small("--lang", "fr", "list", "--type", "MOP", *words).out
        return next(line for line in out.splitlines() if "PRE-MOP-001" in line)

    assert "15/02/2027" in row()
    assert "2027-02-15" in row("--format", "csv")
    assert "15/02/2027" in small("--lang", "fr", "show", "PRE-MOP-001").out
    assert "2027-02-15" in small("--lang", "en", "show", "PRE-MOP-001").out
    assert '"2027-02-15"' in small("--lang", "fr", "show", "PRE-MOP-001", "--format", "json").out


def test_show_of_an_unreadable_header_says_so(small: Runner, repo: Repo) -> None:
    """The code comes from the file's name; nothing else is known."""
    repo.write("documents/PRE/PRE-MOP-009-x.md", "---\ntitre: [\n---\n\nTexte.\n")

    out = small("show", "PRE-MOP-009").out

    assert "cannot be read" in out
    assert "smq check documents/PRE/PRE-MOP-009-x.md" in out
    assert "cannot be read" not in small("show", "PRE-FOR-001").out


def test_show_as_json(small: Runner) -> None:
    """The same facts with English keys."""
    shown = json.loads(small("show", "PRE-FOR-001", "--format", "json").out)

    assert (shown["cites"], shown["cited_by"]) == (["PRE-REG-001"], ["PRE-PRO-001"])
    assert shown["status"] == "in_force"


def test_two_documents_of_one_code_are_named(small: Runner, repo: Repo) -> None:
    """A choice is never made for the user."""
    repo.write("documents/PRE/PRE-PRO-001-copie.md", "---\ncode: PRE-PRO-001\ntitre: Copie\n---\n")

    said = small("show", "PRE-PRO-001")

    assert said.code == 2
    assert "2 documents carry the code PRE-PRO-001." in said.err
    assert "PRE-PRO-001-copie.md, documents/PRE/PRE-PRO-001-document.md" in said.err
    assert small("show", "documents/PRE/PRE-PRO-001-copie.md").out.startswith("PRE-PRO-001 – Copie")


def test_impact_goes_on_from_document_to_document(small: Runner) -> None:
    """What cites the register, then what cites that."""
    said = small("impact", "PRE-REG-001")

    assert said.out.splitlines() == [
        "PRE-FOR-001  Fiche  (cites it, and must confirm)",
        "PRE-PRO-001  =1+1  (through PRE-FOR-001)",
    ]
    assert said.err.splitlines()[0] == "2 documents to read again if PRE-REG-001 changes."
    found = json.loads(small("impact", "PRE-REG-001", "--format", "json").out)
    assert [(row["code"], row["distance"]) for row in found] == [
        ("PRE-FOR-001", 1),
        ("PRE-PRO-001", 2),
    ]


def test_impact_of_what_nobody_cites(small: Runner) -> None:
    """Nothing to read again: exit 0, a count."""
    said = small("impact", "PRE-PRO-001")

    assert (said.code, said.out) == (0, "")
    assert said.err.startswith("0 documents")


def test_graph_as_json(small: Runner) -> None:
    """Counts, nodes and edges with the keys of the contract."""
    drawn = json.loads(small("graph", "--format", "json").out)

    assert drawn["summary"] == {"documents": 3, "mentions": 2, "edges": 2, "unresolved": 0}
    assert list(drawn["nodes"][0]) == ["code", "type", "process", "status", "title", "path"]
    mentions = [e for e in drawn["edges"] if e["kind"] == "mention"]
    assert [(e["source"], e["target"], e["occurrences"]) for e in mentions] == [
        ("PRE-FOR-001", "PRE-REG-001", 1),
        ("PRE-PRO-001", "PRE-FOR-001", 1),
    ]


@pytest.mark.parametrize("words", [("graph", "--format", "png", "--focus", "?"), ("map",)])
def test_a_picture_is_refused_by_a_terminal_before_it_is_drawn(
    small: Runner, words: tuple[str, ...]
) -> None:
    """Nobody waits for a drawing that has nowhere to go, nor for what else is wrong."""
    Path("smq.yaml").write_text("processus: []\n", encoding="utf-8")
    small.patch.setattr(sys.stdout, "isatty", lambda: True)

    said = small(*words)

    assert said.code == 2
    assert "This format is a file, not a text to read here." in said.err


@pytest.mark.parametrize(
    ("output", "start"),
    [
        ("dot", b"digraph"),
        ("mermaid", b"flowchart"),
        ("graphml", b"<?xml"),
        ("svg", b"<svg"),
        ("png", b"\x89PNG"),
    ],
)
def test_graph_in_its_other_formats(small: Runner, output: str, start: bytes) -> None:
    """Each is written into the file named, twice with the same bytes."""
    for name in ("un", "deux"):
        assert small("graph", "--format", output, "--out", name).code == 0

    content = Path("un").read_bytes()
    assert content == Path("deux").read_bytes()
    assert start in content[:60]
    if output != "png":
        assert b"PRE-REG-001" in content


def test_graph_around_one_document(small: Runner) -> None:
    """`--focus` keeps the document and its neighbours, `--depth` goes further."""

    def codes(*words: str) -> list[str]:
        out = small("graph", "--format", "json", "--focus", "PRE-PRO-001", *words).out
        return sorted(node["code"] for node in json.loads(out)["nodes"])

    assert codes() == ["PRE-FOR-001", "PRE-PRO-001"]
    assert codes("--depth", "2") == ["PRE-FOR-001", "PRE-PRO-001", "PRE-REG-001"]


def test_map_of_the_processes(small: Runner, repo: Repo) -> None:
    """Each process stands on it, its owner when asked; without processes the settings are named."""
    plain = small("map").out
    assert all(process["code"] in plain for process in repo.values["processus"])
    assert "Marchal" not in plain
    assert "Marchal" in small("map", "--owners").out
    small("map", "--format", "png", "-o", "carte.png")
    assert Path("carte.png").read_bytes().startswith(b"\x89PNG")

    repo.settings({"processus": []})
    said = small("map")
    assert said.code == 2
    assert "smq.yaml declares no process." in said.err


def test_the_packaged_template_has_all(small: Runner) -> None:
    """`template check` of our own Word template: exit 0."""
    said = small("template", "check", str(resources.templates() / "docx" / "modele.docx"))

    assert (said.code, said.out) == (0, "")
    assert said.err == "This template has all that smq needs.\n"
