"""REG009: what Excel does to data, by its name."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("########", "is what Excel shows in a column that is too narrow"),
        ("#REF!", "is the error of a formula"),
        ("#N/A", "is the error of a formula"),
        ("#VALEUR!", "is the error of a formula"),
    ],
)
def test_values_that_are_lost(tables: Tables, cell: str, said: str) -> None:
    """In any column, a value that is lost is an error with its place."""
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;{cell};;;")

    (finding,) = tables.repo.findings("REG")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 2, 28)
    assert f"«{cell}», in the column «Montant HT» of the row DEM-2027-0001, {said}" in shown(
        finding
    )


@pytest.mark.parametrize("cell", ["12", "7"])
def test_leading_zeros_that_are_lost(tables: Tables, cell: str) -> None:
    """An identifier of digits alone gets its zeros back."""
    tables.repo.write("registres/badges.csv", f"id;echantillon;remplace\n{cell};A;\n")

    (finding,) = tables.repo.findings("REG")

    assert finding.severity is Severity.WARNING
    assert f"lost its leading zeros: {int(cell):04} was meant" in shown(finding)


def test_a_reference_that_lost_its_zeros(tables: Tables) -> None:
    """The row meant is known from its own table; the reference is not called dangling."""
    tables.repo.write("registres/badges.csv", "id;echantillon;remplace\n0012;A;\n0013;B;12\n")

    (finding,) = tables.repo.findings("REG")

    assert "«12», in the column «Remplace» of the row 0013" in shown(finding)
    assert "0012 was meant" in shown(finding)


@pytest.mark.parametrize("cell", ["01/03/2027", "1-mars", "mars-27", "03-déc", "2027-03-01"])
def test_identifiers_that_became_dates(tables: Tables, cell: str) -> None:
    """«MAR-1» is a date for Excel: the identifier and references to it are named so."""
    tables.demandes(f"DEM-2027-0001;2027-01-07;{cell};;;;;", f"{cell};2027-01-07;;;;;;")

    found = tables.repo.findings("REG")

    assert [f.name for f in found] == ["damaged-by-spreadsheet"] * 2
    assert all("is an identifier that Excel took for a date" in shown(f) for f in found)


def test_numbers_that_excel_shortened(tables: Tables) -> None:
    """A long number became 1,23E+12."""
    tables.repo.write("registres/badges.csv", 'id;echantillon;remplace\n0001;"3,70E+12";\n')

    (finding,) = tables.repo.findings("REG")

    assert "is a number that Excel shortened" in shown(finding)


@pytest.mark.parametrize("besoin", ["# important", "#1", "voir #REF", "5E3", "mars-27", "## note"])
def test_texts_of_people(tables: Tables, besoin: str) -> None:
    """A sharp sign or a date in a text is no damage."""
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;;{besoin};;")

    assert tables.repo.findings("REG") == ()


@pytest.mark.parametrize("written", ["=A1+B1", "=SUM(N4:N5)", "=+$C$4*2", "=somme(A1;A2)"])
def test_a_formula_as_text(tables: Tables, written: str) -> None:
    """A formula says nothing of its value, in a column of texts as of numbers."""
    quoted = f'"{written}"'
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;{quoted};{quoted};;")

    amount, need = tables.repo.findings("REG")

    assert (amount.rule, need.rule) == ("REG009", "REG009")
    assert shown(need).startswith(
        f"«{written}», in the column «Besoin» of the row DEM-2027-0001, is a formula"
    )


@pytest.mark.parametrize("written", ["= 12 spectres", "=> voir le devis", "==="])
def test_an_equals_sign_is_no_formula(tables: Tables, written: str) -> None:
    """People draw arrows."""
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;;{written};;")

    assert tables.repo.findings("REG") == ()


def test_where_no_damage_shows(tables: Tables) -> None:
    """An empty or absent cell, an identifier that a row bears, and what smq computes itself."""
    limit = '{nom: limite, type: calcul, expr: "note"}'
    tables.repo.write(
        "referentiel/registres/mesures.yaml",
        f"nom: mesures\ncolonnes: [{{nom: id}}, {{nom: note}}, {limit}]\n",
    )
    tables.repo.write("registres/mesures.csv", "id;note;limite\n1;;########\n2;x;########\n")
    tables.repo.write("registres/badges.csv", "id;remplace\n0012;\n0013;0012\n")

    assert tables.repo.findings("damaged-by-spreadsheet") == ()


def test_a_damage_is_said_where_it_is(tables: Tables) -> None:
    """What is computed from a lost value is not said again."""
    limit = '{nom: limite, type: calcul, expr: "note"}'
    tables.repo.write(
        "referentiel/registres/mesures.yaml",
        f"nom: mesures\ncolonnes: [{{nom: id}}, {{nom: note}}, {limit}]\n",
    )
    tables.repo.write("registres/mesures.csv", "id;note\n1;########\n")

    (finding,) = tables.repo.findings("damaged-by-spreadsheet")

    assert finding.values["column"] == "note"


def test_an_identifier_that_is_right_as_it_is(tables: Tables) -> None:
    """«12» is a row: no zeros were lost, though «0012» is one as well."""
    tables.repo.write("registres/usagers.csv", "id;nom\n12;A\n0012;B\n")
    tables.demandes("DEM-2027-0001;2027-01-07;12;;;;;")

    assert tables.repo.findings("damaged-by-spreadsheet") == ()


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["=A2"], "The formula in the cell B2 of the sheet «Sheet» (u.xlsx) was never computed:"),
        (["=A2", "=A3"], "2 formulas of the sheet «Sheet» (u.xlsx) were never computed (B2, B3):"),
    ],
)
def test_a_formula_of_a_workbook(tables: Tables, names: list[str], said: str) -> None:
    """A program wrote it, and Excel never opened the file: its column is one finding."""
    book, content = Workbook(), BytesIO()
    for row in (["id", "nom"], *([f"U{number}", name] for number, name in enumerate(names))):
        book.worksheets[0].append(row)
    book.save(content)
    tables.repo.write("u.xlsx", content.getvalue())
    tables.repo.settings({"langage": "fr", "registres": {"usagers": {"source": "u.xlsx"}}})

    (finding,) = tables.repo.findings("damaged-by-spreadsheet")

    assert shown(finding).startswith(said)
