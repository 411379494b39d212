"""REG009: what Excel does to data, by its name."""

import pytest

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
