"""REG006: references that lead to no row."""

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_row_that_does_not_exist(tables: Tables) -> None:
    """The nearest row is proposed."""
    tables.demandes("DEM-2027-0001;2027-01-07;U01;;;;;", "DEM-2027-0002;2027-01-07;U002;;;;;")

    (finding,) = tables.repo.findings("dangling-reference")

    assert finding.severity is Severity.ERROR
    assert place(finding) == ("registres/demandes.csv", 2, 26)
    assert shown(finding) == (
        "«U01», in the column «Usager» of the row DEM-2027-0001, is no row of «usagers»."
        " Nearest: U001. Write it, or add the row: smq register add usagers"
    )


def test_each_item_of_a_list(tables: Tables) -> None:
    """A list may refer to rows; each of its items is looked up."""
    tables.demandes(
        "DEM-2027-0001;2027-01-07;;;;;DEM-2027-0002|DEM-2027-0009;",
        "DEM-2027-0002;2027-01-07;;;;;;",
    )

    (finding,) = tables.repo.findings("dangling-reference")

    assert "«DEM-2027-0009», in the column «Suites»" in shown(finding)


def test_a_table_without_file_is_one_finding(tables: Tables) -> None:
    """Every row refers to it: it is said once."""
    (tables.repo.root / "registres/usagers.csv").unlink()
    tables.demandes("DEM-2027-0001;2027-01-07;U001;;;;;", "DEM-2027-0002;2027-01-07;U002;;;;;")

    (finding,) = tables.repo.findings("dangling-reference")

    assert shown(finding).startswith(
        "The row DEM-2027-0001 refers to «U001», and the table «usagers» has no file yet."
    )


def test_people_of_the_settings_need_no_table(tables: Tables) -> None:
    """While the table has no file, an identifier of smq.yaml is known."""
    (tables.repo.root / "registres/usagers.csv").unlink()
    tables.demandes("DEM-2027-0001;2027-01-07;P01;;;;;")

    assert tables.repo.findings("dangling-reference") == ()


def test_a_table_without_schema_is_not_looked_up(tables: Tables) -> None:
    """The schema's own finding says that it leads nowhere."""
    (tables.repo.root / "referentiel/registres/usagers.yaml").unlink()
    tables.demandes("DEM-2027-0001;2027-01-07;U009;;;;;")

    assert tables.repo.findings("dangling-reference") == ()
    assert len(tables.repo.findings("ill-formed-schema")) == 1
