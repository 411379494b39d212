"""REG017: names of tables in the headers of forms and registers."""

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import place, shown


@pytest.mark.parametrize(
    ("status", "severity"), [("projet", Severity.WARNING), ("applicable", Severity.ERROR)]
)
def test_a_form_that_feeds_no_table(tables: Tables, status: str, severity: Severity) -> None:
    """The word is quoted at its place, with the nearest table."""
    path = tables.repo.document("PRE-FOR-001", statut=status, registre="demande")

    (finding,) = tables.repo.findings("unknown-table")

    assert place(finding) == (path, 9, 11)
    assert finding.severity is severity
    assert shown(finding) == (
        "«demande» (registre) is no table of this platform."
        " Nearest: demandes. All: smq register list"
    )


def test_a_word_that_is_near_nothing(tables: Tables) -> None:
    """The list of tables is named."""
    tables.repo.document("PRE-FOR-001", registre="xyz")

    (finding,) = tables.repo.findings("unknown-table")

    assert shown(finding).endswith("is no table of this platform. All: smq register list")


@pytest.mark.parametrize(
    "named", ["demandes", "pesees", "suivi", "PRE-REG-001", "[À compléter : la table]", "", None]
)
def test_what_a_form_may_name(tables: Tables, named: str | None) -> None:
    """A schema, a file, a table of a register, its code; nothing yet."""
    tables.repo.document("PRE-REG-001", tables=["suivi"])
    tables.repo.write("registres/suivi.csv", "id\n")
    tables.repo.write("registres/pesees.csv", "id\n")
    tables.repo.document("PRE-FOR-001", registre=named)

    assert tables.repo.findings("unknown-table") == ()


def test_a_form_does_not_name_any_document(tables: Tables) -> None:
    """The code of a procedure is no register."""
    tables.repo.document("PRE-PRO-001")
    tables.repo.document("PRE-FOR-001", registre="PRE-PRO-001")

    assert len(tables.repo.findings("unknown-table")) == 1


def test_a_register_whose_table_is_misspelt(tables: Tables) -> None:
    """It is said at the register, and not again at the form that copies its word."""
    path = tables.repo.document("PRE-REG-001", tables=["demandes", "usager"])
    tables.repo.document("PRE-FOR-001", registre="usager")

    (finding,) = tables.repo.findings("unknown-table")

    assert finding.location.path == path
    assert "«usager» (tables)" in shown(finding)
    assert "Nearest: usagers" in shown(finding)


def test_a_tree_of_another_tool(tables: Tables) -> None:
    """Its words are its own."""
    tables.repo.settings({"lecture": {"racines": ["documents"]}})
    tables.repo.document("PRE-FOR-001", registre="cahier rouge")

    assert tables.repo.findings("unknown-table") == ()


@pytest.mark.parametrize("path", ["registres/notes.md", "donnees/suivi.csv"])
def test_a_file_that_is_no_table(tables: Tables, path: str) -> None:
    """Only the CSV files of the folder of registers are tables."""
    tables.repo.write(path, "id\n")
    tables.repo.document(
        "PRE-FOR-001", registre=path.removeprefix("registres/").removesuffix(".csv")
    )

    assert len(tables.repo.findings("unknown-table")) == 1


def test_what_a_register_may_not_name(tables: Tables) -> None:
    """A register has tables, not registers; what another document calls its tables is none."""
    tables.repo.document("PRE-REG-002")
    tables.repo.document("PRE-REG-001", tables=["PRE-REG-002"])
    tables.repo.document("PRE-PRO-001", tables=["suivi"])
    tables.repo.document("PRE-FOR-001", registre="suivi")
    tables.repo.document("PRE-MOD-001", registre="suivi", tables=["suivi"])

    found = tables.repo.findings("unknown-table")

    assert sorted((f.code, f.values["written"]) for f in found) == [
        ("PRE-FOR-001", "suivi"),
        ("PRE-REG-001", "PRE-REG-002"),
    ]
