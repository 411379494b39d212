"""REG013: rows that a semicolon cut."""

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_semicolon_in_a_text(tables: Tables) -> None:
    """What stands beyond the last column is quoted at its place."""
    tables.repo.write("registres/usagers.csv", "id;nom\nU001;Verres ; films\n")

    (finding,) = tables.repo.findings("REG")

    assert (finding.name, finding.severity) == ("row-too-long", Severity.ERROR)
    assert place(finding) == ("registres/usagers.csv", 2, 14)
    assert shown(finding).startswith("«films» stands beyond the last of the 2 columns.")


def test_empty_cells_at_the_end(tables: Tables) -> None:
    """Excel adds empty columns: nothing is lost there."""
    tables.repo.write("registres/usagers.csv", 'id;nom;;\nU001;"Verres ; films";;\nU002;B;;;;\n')

    assert tables.repo.findings("REG") == ()
