"""REG005: cells that mean nothing in their column."""

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_date_that_is_none(tables: Tables) -> None:
    """The word is quoted, with its column and its row, and an example."""
    tables.demandes("DEM-2027-0001;07/13/2027;;;;;;")

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 2, 15)
    assert shown(finding) == (
        "«07/13/2027», in the column «Date de réception» of the row DEM-2027-0001, is not a date."
        " Write it like 2027-03-01."
    )


def test_a_choice_that_is_none(tables: Tables) -> None:
    """The nearest choice is proposed, and all are listed."""
    tables.demandes("DEM-2027-0001;2027-01-07;;accepte;;;;", "DEM-2027-0002;2027-01-07;;zzz;;;;")

    near, far = tables.repo.findings("ill-typed-cell")

    assert shown(near).endswith("Nearest: acceptee. The choices are acceptee, refusee.")
    assert shown(far).endswith("is not one of the choices. The choices are acceptee, refusee.")


@pytest.mark.parametrize("amount", ["env. 360", "12;5", "1e3"])
def test_a_number_that_is_none(tables: Tables, amount: str) -> None:
    """A number with words around it cannot be added up."""
    tables.demandes(f'DEM-2027-0001;2027-01-07;;;"{amount}";;;')

    (finding,) = tables.repo.findings("ill-typed-cell")

    assert f"«{amount}», in the column «Montant HT»" in shown(finding)


def test_what_people_write_is_understood(tables: Tables) -> None:
    """Dates of Excel, choices with accents and amounts with a currency are no faults."""
    tables.demandes("DEM-2027-0001;7/1/27;;Acceptée;1 200,00 €;;;")

    assert tables.repo.findings("ill-typed-cell") == ()


def test_what_excel_broke_has_its_own_rule(tables: Tables) -> None:
    """`####` in a column of dates is one finding."""
    tables.demandes("DEM-2027-0001;########;;;;;;")

    assert [f.name for f in tables.repo.findings("REG")] == ["damaged-by-spreadsheet"]
