"""REG007: rows without identifier, or with one that another row bears."""

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_an_identifier_that_stands_twice(tables: Tables) -> None:
    """The second is named, with the place of the first and the next free identifier."""
    tables.demandes("DEM-2027-0007;2027-01-07;;;;;;", "DEM-2027-0007;2027-01-08;;;;;;")

    (finding,) = tables.repo.findings("row-key")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 3, 1)
    assert shown(finding) == (
        "The identifier «DEM-2027-0007» stands twice in the table «demandes»;"
        " first at registres/demandes.csv:2."
        " Give one of the two rows the next free identifier: DEM-2027-0008."
    )


def test_a_row_without_identifier(tables: Tables) -> None:
    """The next free one is proposed; where there is no pattern, none is."""
    tables.demandes(";2027-01-07;;;;;;")
    tables.repo.write("registres/usagers.csv", "id;nom\n;Équipe\n")

    usager, request = sorted(tables.repo.findings("row-key"), key=lambda f: str(f.values["next"]))

    assert shown(request) == (
        "This row of the table «demandes» has no identifier («N°»)."
        " The next free one is DEM-2027-0001."
    )
    assert shown(usager).endswith("Give it one that no other row bears.")


def test_a_file_without_the_column_is_another_fault(tables: Tables) -> None:
    """The column is missing: one finding, not one a row."""
    tables.repo.write("registres/usagers.csv", "nom\nÉquipe A\nÉquipe B\n")

    assert tables.repo.findings("row-key") == ()


def test_identifiers_that_differ(tables: Tables) -> None:
    """Case makes a difference, as it does where rows are referred to."""
    tables.repo.write("registres/usagers.csv", "id;nom\nU001;A\nu001;B\n")

    assert tables.repo.findings("row-key") == ()
