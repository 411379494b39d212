"""REG004: what a row must say."""

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_required_cell_is_empty(tables: Tables) -> None:
    """The cell has its place, the sentence names the column and the row."""
    tables.demandes("DEM-2027-0001;;U001;;;;;", "DEM-2027-0002; ;U001;;;;;")

    first, second = tables.repo.findings("required-cell-empty")

    assert first.severity is Severity.WARNING
    assert place(first) == ("registres/demandes.csv", 2, 15)
    assert shown(first) == (
        "«Date de réception» is empty in the row DEM-2027-0001 of the table «demandes»."
        " Fill the cell in."
    )
    assert second.location.line == 3


def test_a_cell_left_to_complete(tables: Tables) -> None:
    """A placeholder is no answer, and no date that is none."""
    tables.demandes("DEM-2027-0001;[À compléter : date];U001;;;;;")

    (finding,) = tables.repo.findings("REG")

    assert shown(finding).startswith("«Date de réception» is left to complete in the row DEM-2027")


def test_other_cells_may_be_empty(tables: Tables) -> None:
    """Columns that are not required may stay empty; one that is ill-typed is another fault."""
    tables.demandes("DEM-2027-0001;2027-01-07;;;;;;", "DEM-2027-0002;demain;;;;;;")

    assert tables.repo.findings("required-cell-empty") == ()


def test_what_other_rules_say(tables: Tables) -> None:
    """A row without identifier, and a file without the column, are other faults."""
    tables.demandes(";2027-01-07;;;;;;")
    assert tables.repo.findings("required-cell-empty") == ()

    tables.repo.write("registres/demandes.csv", "id;usager\nDEM-2027-0001;U001\n")
    assert tables.repo.findings("required-cell-empty") == ()
    assert tables.repo.findings("missing-column")
