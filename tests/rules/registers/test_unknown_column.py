"""REG002: headings that lead nowhere."""

from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_a_slip_in_a_heading(tables: Tables) -> None:
    """The heading has its place, and the nearest column."""
    tables.repo.write("registres/demandes.csv", "id;date;besion\nDEM-2027-0001;2027-01-07;x\n")

    (finding,) = tables.repo.findings("unknown-column")

    assert place(finding) == ("registres/demandes.csv", 1, 9)
    assert shown(finding) == (
        "«besion» is no column of the table «demandes»; it is not read."
        " Nearest: besoin. The columns are declared in referentiel/registres/demandes.yaml."
    )


def test_a_column_of_the_platform_has_no_near_name(tables: Tables) -> None:
    """A word far from every column gets no suggestion."""
    tables.repo.write("registres/usagers.csv", "id;nom;zone\nU001;A;B\n")

    (finding,) = tables.repo.findings("unknown-column")

    assert "Nearest" not in shown(finding)


def test_a_column_that_stands_twice(tables: Tables) -> None:
    """The second column of one name, by its label too, is said not to be read."""
    tables.repo.write("registres/usagers.csv", "id;nom;Nom\nU001;A;B\n")

    (finding,) = tables.repo.findings("unknown-column")

    assert shown(finding).startswith("The column «Nom» stands twice in the table «usagers»")


def test_labels_and_computed_columns_are_columns(tables: Tables) -> None:
    """A heading by its label, in any case, is known."""
    tables.repo.write("registres/usagers.csv", "IDENTIFIANT;nom\nU001;A\n")

    assert tables.repo.findings("unknown-column") == ()


def test_what_to_do_with_a_second_column(tables: Tables) -> None:
    """One of the two goes; no other name is proposed."""
    tables.repo.write("registres/usagers.csv", "id;nom;Nom\nU001;A;B\n")

    (finding,) = tables.repo.findings("unknown-column")

    assert shown(finding).endswith("the second is not read. Keep one of the two columns.")
