"""REG001: files that cannot be read."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_an_open_quote(tables: Tables) -> None:
    """The quote is named at its place; the rows before it count."""
    tables.demandes("DEM-2027-0001;2027-01-07;;;;;;", 'DEM-2027-0002;2027-01-07;;;;"Six;;')

    (finding,) = tables.repo.findings("unreadable-register")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 3, 29)
    assert shown(finding).startswith(
        'This register cannot be read: the quote " that opens here is not closed.'
    )
    assert list(tables.repo.system().registers["demandes"].by_key) == ["DEM-2027-0001"]


def test_a_file_that_is_no_text(tables: Tables) -> None:
    """A workbook renamed .csv."""
    tables.repo.write("registres/demandes.csv", b"PK\x03\x04\x00\x00\x01")

    (finding,) = tables.repo.findings("unreadable-register")

    assert shown(finding).startswith("This register cannot be read: it holds no text.")


def test_an_unfinished_merge_is_the_finding_of_merges(tables: Tables) -> None:
    """Marks of git in a table are one finding, of the rule that knows them."""
    tables.demandes("<<<<<<< HEAD", "DEM-2027-0001;2027-01-07;;;;;;", "=======", ">>>>>>> b")

    (finding,) = tables.repo.findings("merge-marker")

    assert place(finding) == ("registres/demandes.csv", 2, 1)
    assert tables.repo.findings("REG") == ()


@pytest.mark.parametrize("row", ['DEM-2027-0001;2027-01-07;;;;tube 5";;', ""])
def test_what_is_readable(tables: Tables, row: str) -> None:
    """A quote inside a text, and no row at all, are no faults."""
    tables.demandes(row)

    assert tables.repo.findings("unreadable-register") == ()


@pytest.mark.parametrize(
    ("sheet", "hint"),
    [
        ("Suivie", "Nearest: «Suivi». The sheets are Sheet, Suivi."),
        ("zzz", "The sheets are Sheet, Suivi."),
    ],
)
def test_a_sheet_that_is_not_there(tables: Tables, sheet: str, hint: str) -> None:
    """The sheets of the workbook are listed, the nearest first."""
    book, content = Workbook(), BytesIO()
    book.create_sheet("Suivi")
    book.save(content)
    tables.repo.write("u.xlsx", content.getvalue())
    tables.repo.settings({"registres": {"usagers": {"source": "u.xlsx", "feuille": sheet}}})

    (finding,) = tables.repo.findings("unreadable-register")

    assert shown(finding).endswith(hint)
    assert hint.startswith("Nearest") or "Nearest" not in shown(finding)


def test_a_text_has_no_sheets(tables: Tables) -> None:
    """What to do with a file of one table alone."""
    tables.repo.write("registres/demandes.csv", b"PK\x03\x04\x00\x00\x01")

    (finding,) = tables.repo.findings("unreadable-register")

    assert shown(finding).endswith(
        "Open the file, mend it and save it again; rows from here on are not read."
    )
