"""REG015: sources that name no file."""

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


def test_no_file_fits(tables: Tables) -> None:
    """The pattern is quoted at its line."""
    tables.repo.write(
        "smq.yaml",
        """
        plateforme: {nom: X}
        registres:
          usagers:
            source: "Usagers_*.xlsx"
        """,
    )

    (finding,) = tables.repo.findings("source-not-found")

    assert place(finding) == ("smq.yaml", 4, 5)
    assert finding.severity is Severity.WARNING
    assert shown(finding) == (
        "No file of the folder fits «Usagers_*.xlsx»; the table «usagers» has no rows."
        " Put the file in the folder, or correct the name."
    )


def test_no_copy_was_taken_yet(tables: Tables) -> None:
    """An original outside the folder asks for `smq register sync`."""
    tables.repo.settings({"registres": {"usagers": {"depuis": "/srv/partage/usagers.csv"}}})

    (finding,) = tables.repo.findings("source-not-found")

    assert shown(finding) == (
        "No copy of «/srv/partage/usagers.csv» was taken yet; the table «usagers» has no rows."
        " Take it: smq register sync"
    )


def test_the_place_of_what_is_wrong(tables: Tables) -> None:
    """The line of «depuis», else of «source»; without either, the file of the table is named."""
    tables.repo.write(
        "smq.yaml",
        """
        plateforme: {nom: X}
        registres:
          usagers:
            entete: 1
            depuis: "S:/Usagers_*.xlsx"
          badges:
            entete: 2
        """,
    )

    usagers, badges = tables.repo.findings("source-not-found")

    assert place(usagers) == ("smq.yaml", 5, 5)
    assert shown(badges).startswith("No file of the folder fits «registres/badges.csv»")


def test_a_copy_that_is_gone(tables: Tables) -> None:
    """The rule of copies says it; a copy that is there hides no other source."""
    usagers = {"depuis": "S:/Usagers_*.csv"}
    tables.repo.settings({"registres": {"usagers": usagers, "badges": {"source": "b.csv"}}})
    tables.repo.write("registres/copies/Usagers_2027.csv.yaml", "origine: S:/Usagers_2027.csv\n")

    (finding,) = tables.repo.findings("source-not-found")

    assert finding.values["table"] == "badges"
    assert tables.repo.findings("altered-copy")


@pytest.mark.parametrize("source", ["../u.csv", "/srv/u.csv", "C:/u.csv", "~/u.csv"])
def test_a_source_outside_the_folder(tables: Tables, source: str) -> None:
    """It is an error, and says where to write the place instead."""
    tables.repo.settings({"registres": {"usagers": {"source": source}}})

    (finding,) = tables.repo.findings("source-not-found")

    assert finding.severity is Severity.ERROR
    assert "Write it after «depuis» instead" in shown(finding)


@pytest.mark.parametrize("path", ["u.csv", "registres/u.csv", "registres/copies/u.csv"])
def test_a_file_that_fits(tables: Tables, path: str) -> None:
    """A name without folder is looked for at the root, in registres/ and among the copies."""
    tables.repo.settings({"registres": {"usagers": {"source": "u.csv"}}})
    tables.repo.write(path, "id;nom\nU001;A\n")

    assert tables.repo.findings("REG") == ()


def test_a_source_for_no_table(tables: Tables) -> None:
    """That no table has this name is another fault."""
    tables.repo.settings({"registres": {"usager": {"source": "../u.csv"}}})

    assert tables.repo.findings("source-not-found") == ()
    assert tables.repo.findings("unknown-register-word")
