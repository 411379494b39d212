"""Registers that stay the file of the platform: Excel, exports, one wide row for several."""

import re
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook

from smq.load.xlsx_sheet import read_sheet
from smq.model import Location
from smq.model.table import Row
from tests.conftest import Repo
from tests.rules.sentences import shown

SCHEMAS = {
    "demandes": """
        nom: demandes
        colonnes:
          - {nom: id, requis: true}
          - {nom: date, type: date, requis: true}
          - {nom: decision, type: enum, valeurs: [acceptee, refusee]}
        """,
    "factures": """
        nom: factures
        colonnes:
          - {nom: id, requis: true}
          - {nom: demande, type: ref, vers: demandes.id}
          - {nom: montant, type: decimal}
        """,
}
WIDE: list[list[Any]] = [
    ["Plateforme de spectroscopie", None, None, None, None, None],
    [None, None, None, None, None, None],
    ["N°", "Date de réception", "Avis", "Remarque", "Facture", "Montant HT"],
    ["D1", date(2027, 1, 7), "OK", "urgent", "F1", 360.5],
    ["D2", date(2027, 1, 14), "KO", None, None, None],
    ["D3", date(2027, 1, 20), "OK", None, "F2", 100],
    ["D3", date(2027, 1, 20), "OK", "deux factures", "F3", 0.1 + 0.2],
    [None, None, "total", None, None, 460.8],
]
WIDE_SETTINGS: dict[str, Any] = {
    "registres": {
        "demandes": {
            "source": "Prestations_*.xlsx",
            "feuille": "2027",
            "entete": 3,
            "colonnes": {"id": "N°", "date": "Date de réception", "decision": "Avis"},
            "valeurs": {"decision": {"OK": "acceptee", "KO": "refusee"}},
        },
        "factures": {
            "source": "Prestations_*.xlsx",
            "feuille": "2027",
            "entete": 3,
            "colonnes": {"id": "Facture", "demande": "N°", "montant": "Montant HT"},
        },
    }
}


def workbook(rows: list[list[Any]], sheet: str = "2027") -> bytes:
    """Return an Excel file whose second sheet holds the rows."""
    book = Workbook()
    page = book.create_sheet(sheet)
    for row in rows:
        page.append(row)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.fixture
def wide(repo: Repo) -> Repo:
    """Return a platform that keeps one wide workbook."""
    for name, schema in SCHEMAS.items():
        repo.write(f"referentiel/registres/{name}.yaml", schema)
    repo.settings(WIDE_SETTINGS)
    repo.write("Prestations_2027.xlsx", workbook(WIDE))
    return repo


def rows(repo: Repo, table: str) -> tuple[Row, ...]:
    """Return the rows of a table."""
    return repo.system().registers[table].rows


def test_one_wide_row_feeds_several_registers(wide: Repo) -> None:
    """Each table takes its columns; a row whose identifier is empty or repeated is left out."""
    demandes, factures = rows(wide, "demandes"), rows(wide, "factures")

    assert [(r.key, r.value("date"), r.value("decision"), r.line) for r in demandes] == [
        ("D1", date(2027, 1, 7), "acceptee", 4),
        ("D2", date(2027, 1, 14), "refusee", 5),
        ("D3", date(2027, 1, 20), "acceptee", 6),
    ]
    assert [(r.key, r.value("demande"), r.text("montant")) for r in factures] == [
        ("F1", "D1", "360,5"),
        ("F2", "D3", "100"),
        ("F3", "D3", "0,3"),
    ]
    assert demandes[0].path == "Prestations_2027.xlsx"
    assert wide.findings("REG") == ()


def test_one_identifier_for_two_rows_is_said(wide: Repo) -> None:
    """No row is dropped without a word: both places are named, and what differs."""
    other = ["D1", date(2027, 2, 3), "KO", None, "F4", 12]
    wide.write("Prestations_2027.xlsx", workbook([*WIDE[:-1], other, other]))

    found = wide.findings("row-key")

    assert [r.key for r in rows(wide, "demandes")] == ["D1", "D2", "D3", "D1"]
    assert [shown(f) for f in found] == [
        "The identifier «D1» of the table «demandes» stands for two different rows,"
        " Prestations_2027.xlsx, '2027'!A4 and Prestations_2027.xlsx, '2027'!A8:"
        " they differ in date, decision."
        " If both tell the same, write the same in both; else give one of the two another"
        " identifier."
    ]


def test_a_row_that_repeats_less_is_no_other_row(wide: Repo) -> None:
    """The second invoice of a request need not tell the request anew."""
    wide.write("Prestations_2027.xlsx", workbook([*WIDE[:-1], ["D1", None, "OK", None, "F4", 1]]))

    assert [r.key for r in rows(wide, "demandes")] == ["D1", "D2", "D3"]
    assert [r.key for r in rows(wide, "factures")] == ["F1", "F2", "F3", "F4"]
    assert wide.findings("REG") == ()


def test_a_formula_that_was_never_computed_is_said(wide: Repo) -> None:
    """File, sheet, cell, and what to do; a computed empty text is no such formula."""
    rows = [row.copy() for row in WIDE[:-1]]
    rows[3][5] = "=SUM(F5:F6)"
    wide.write("Prestations_2027.xlsx", workbook(rows))

    (finding,) = wide.findings("REG")

    assert (finding.rule, str(finding.location)) == ("REG009", "Prestations_2027.xlsx, '2027'!F4")
    assert shown(finding) == (
        "The formula in the cell F4 of the sheet «2027» (Prestations_2027.xlsx) was never computed:"
        " «montant» counts as empty there. Open the workbook in Excel, recompute it (F9), save it."
    )

    factures = SCHEMAS["factures"].replace("type: decimal", "type: decimal, requis: true")
    wide.write("referentiel/registres/factures.yaml", factures)
    rows[4][4:] = ["F9", "=F4"]
    wide.write("Prestations_2027.xlsx", workbook(rows))
    (finding,) = wide.findings("REG")
    assert shown(finding).startswith("2 formulas of the sheet «2027»")
    assert "(F4, F5)" in shown(finding)


@pytest.mark.parametrize(
    ("cell", "uncomputed"),
    [
        (b'<c r="B2"><f>A1</f><v></v></c>', True),
        (b'<c r="B2" s="1"><f>A1</f><v/></c>', True),
        (b'<c r="B2"><f t="shared" si="0"/></c>', True),
        (b'<c r="B2"><f>A1</f><v>1</v></c>', False),
        (b'<c r="B2" t="str"><f>IF(A1=1,"","x")</f><v></v></c>', False),
        (b'<c r="B2" s="1"/>', False),
    ],
)
def test_what_is_computed(cell: bytes, uncomputed: bool) -> None:
    """Only a formula without result counts; Excel writes an empty text with its type."""
    found = BytesIO()
    with (
        ZipFile(BytesIO(workbook([["id"], ["x", "MARK"]], "S"))) as before,
        ZipFile(found, "w") as after,
    ):
        for name in before.namelist():
            content = before.read(name)
            if name == "xl/worksheets/sheet2.xml":
                content = re.sub(rb'<c r="B2".*?</c>', cell, content)
                assert cell in content
            after.writestr(name, content)

    assert read_sheet(found.getvalue(), "S").uncomputed == (((2, 2),) if uncomputed else ())


def test_places_of_a_workbook(wide: Repo) -> None:
    """People look for a sheet and a cell; line and column stay for programs."""
    wide.write("Prestations_2027.xlsx", workbook([*WIDE[:-1], ["D4", "hier"]]))

    (finding,) = wide.findings("REG")

    assert str(finding.location) == "Prestations_2027.xlsx, '2027'!B8"
    assert (finding.location.line, finding.location.column) == (8, 2)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Location("a.xlsx", 4, 3, "Suivi"), "a.xlsx, Suivi!C4"),
        (Location("a.xlsx", 4, 28, "Suivi des demandes"), "a.xlsx, 'Suivi des demandes'!AB4"),
        (Location("a.xlsx", 1, 703, "l'an"), "a.xlsx, 'l''an'!AAA1"),
        (Location("a.xlsx", sheet="Suivi"), "a.xlsx"),
        (Location("a.csv", 4, 3), "a.csv:4:3"),
    ],
)
def test_the_name_of_a_place(place: Location, said: str) -> None:
    """As spreadsheets name cells; quotes where the name of the sheet needs them."""
    assert str(place) == said


def test_a_heading_that_a_workbook_lacks(wide: Repo) -> None:
    """The settings can name it: which words to write there is said."""
    settings = {**WIDE_SETTINGS["registres"]["demandes"], "colonnes": {"id": "N°"}}
    wide.settings({"registres": {"demandes": settings}})

    assert [shown(f) for f in wide.findings("missing-column")] == [
        "The table «demandes» has no column «date»."
        " Say in smq.yaml which heading holds it (registres, demandes, colonnes, date: …), or add"
        " the heading «date» to this row."
    ]


def test_a_pattern_names_several_files(wide: Repo) -> None:
    """One workbook a year: all of them are one table, in the order of their names."""
    wide.write("Prestations_2026.xlsx", workbook([*WIDE[:3], ["D0", date(2026, 1, 7), "OK"]]))

    assert [r.key for r in rows(wide, "demandes")] == ["D0", "D1", "D2", "D3"]


def test_an_export_of_a_booking_tool(wide: Repo) -> None:
    """A CSV with commas and headings of its own; `ou` chooses the rows."""
    wide.settings(
        {
            "registres": {
                "demandes": {
                    "source": "registres/exports/*.csv",
                    "colonnes": {"id": "Booking ID", "date": "Start"},
                    "ou": "date >= '2027-01-01'",
                }
            }
        }
    )
    wide.write(
        "registres/exports/2027.csv",
        b'Booking ID,Start,Comment\nB1,31/12/2026,x\nB2,02/01/2027,"a, b"\n',
    )

    assert [(r.key, r.value("date")) for r in rows(wide, "demandes")] == [("B2", date(2027, 1, 2))]
    assert wide.findings("REG") == ()


def test_a_sheet_that_does_not_exist(wide: Repo) -> None:
    """The sentence names the sheets there are, once for the file."""
    settings = {**WIDE_SETTINGS["registres"]["demandes"], "feuille": "2O27"}
    wide.settings({"registres": {"demandes": settings}})

    (finding,) = wide.findings("unreadable-register")

    assert shown(finding) == (
        "This register cannot be read: it has no sheet of that name."
        " Nearest: «2027». The sheets are Sheet, 2027."
    )


@pytest.mark.parametrize("raw", [b"", b"id;date\n", b"PK\x03\x04rien", workbook([])[:400]])
def test_what_is_no_workbook(wide: Repo, raw: bytes) -> None:
    """A damaged file is a finding on each run, never a crash."""
    wide.write("Prestations_2027.xlsx", raw)

    assert {f.location.path for f in wide.findings("unreadable-register")} == {
        "Prestations_2027.xlsx"
    }


def test_title_rows_beyond_the_end(wide: Repo) -> None:
    """`entete` after the last row is said at its place."""
    settings = {**WIDE_SETTINGS["registres"]["demandes"], "entete": 30}
    wide.settings({"registres": {"demandes": settings}})

    (finding,) = wide.findings("unreadable-register")

    assert finding.location.line == 30


def test_two_tables_of_different_files_are_not_skipped(wide: Repo) -> None:
    """A source that feeds one table: an identifier twice is a fault, not a habit."""
    wide.settings({"registres": {"demandes": WIDE_SETTINGS["registres"]["demandes"]}})

    assert len(rows(wide, "demandes")) == 5
    assert len(wide.findings("row-key")) == 2


def test_no_file_outside_the_folder_is_read(wide: Repo) -> None:
    """A path that leaves is a finding, and nothing is read there."""
    (wide.root.parent / "secret.csv").write_text("id\nX1\n", encoding="utf-8")
    wide.settings({"registres": {"demandes": {"source": "../secret.csv"}}})

    assert rows(wide, "demandes") == ()
    (finding,) = wide.findings("source-not-found")
    assert "leads outside the folder" in shown(finding)
