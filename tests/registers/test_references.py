"""References from one table to the rows of another."""

import pytest

from smq.registers.references import References
from tests.conftest import Repo


@pytest.fixture
def references(repo: Repo) -> References:
    """Return the references of a platform with one table, of which two rows have one name."""
    repo.write(
        "referentiel/registres/usagers.yaml", "nom: usagers\ncolonnes: [{nom: id}, {nom: nom}]\n"
    )
    repo.write("registres/usagers.csv", "id;nom\nU1;Verres\nU2;Films\nU3; Verres \nU4;\n")
    return References(repo.system().registers)


@pytest.mark.parametrize(
    ("target", "value", "key"),
    [
        ("usagers.id", "U2", "U2"),
        ("usagers", "U2", "U2"),
        ("usagers.nom", "Films", "U2"),
        ("usagers.nom", "Verres", "U1"),
        ("usagers.nom", "U2", None),
        ("usagers.id", "Films", None),
        ("usagers.nom", "", None),
        ("clients.id", "U2", None),
    ],
)
def test_the_row_that_is_meant(
    references: References, target: str, value: str, key: str | None
) -> None:
    """The first that holds the value in the column; the key where no column is named."""
    found = references.find(target, value)

    assert (found.key if found else None) == key


def test_the_table_that_is_meant(references: References) -> None:
    """It stands before the dot; one without schema is none."""
    table = references.table("usagers.nom")

    assert table is not None
    assert table.name == "usagers"
    assert references.table("clients.id") is None
    assert references.index("usagers.id") is references.index("usagers.id")
