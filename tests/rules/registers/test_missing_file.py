"""REG011: files that registers name."""

import pytest

from smq.model import Severity
from tests.rules.registers.conftest import Tables
from tests.rules.sentences import shown


def test_a_file_that_is_not_there(tables: Tables) -> None:
    """The path is quoted as written."""
    tables.demandes("DEM-2027-0001;2027-01-07;;;;;;enregistrements\\PRE\\fiche.pdf")

    (finding,) = tables.repo.findings("missing-file")

    assert finding.severity is Severity.WARNING
    assert shown(finding).startswith(
        "«enregistrements\\PRE\\fiche.pdf», named in the row DEM-2027-0001, is not in the folder."
    )


@pytest.mark.parametrize("path", ["../fiche.pdf", "/etc/passwd", "C:\\fiche.pdf", "a/../../b"])
def test_a_path_that_leaves_the_folder(tables: Tables, path: str) -> None:
    """It is said to lead outside, and nothing is looked for there."""
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;;;;{path}")

    (finding,) = tables.repo.findings("missing-file")

    assert "leads outside the folder" in shown(finding)


@pytest.mark.parametrize(
    "path",
    [
        "enregistrements/PRE/fiche.pdf",
        "enregistrements\\PRE\\fiche.pdf",
        "enregistrements/PRE",
        "./enregistrements/PRE/fiche.pdf",
        "https://nas.example/fiche.pdf",
        "nas:/2027/fiche",
    ],
)
def test_files_that_are_there_and_other_places(tables: Tables, path: str) -> None:
    """A file, a folder that holds one, and an address elsewhere are no faults."""
    tables.repo.write("enregistrements/PRE/fiche.pdf", b"%PDF-1.7")
    tables.demandes(f"DEM-2027-0001;2027-01-07;;;;;;{path}")

    assert tables.repo.findings("missing-file") == ()


def test_no_file_is_named(tables: Tables) -> None:
    """An empty cell names none."""
    tables.demandes("DEM-2027-0001;2027-01-07;;;;;;")

    assert tables.repo.findings("missing-file") == ()
