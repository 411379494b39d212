"""Rule office-file-alone."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_file_that_no_document_names(repo: Repo) -> None:
    """It is reported once, at its path; the hint holds the line to write."""
    path = repo.write("documents/PRE/Demande 2026.docx", b"PK")

    (finding,) = repo.findings("office-file-alone")

    assert (finding.location.path, finding.severity) == (path, Severity.NOTE)
    assert finding.values == {"name": "Demande 2026.docx"}


def test_a_master_a_linked_file_and_other_files_are_silent(repo: Repo) -> None:
    """A master and an attachment are known; a picture is none; other folders are nobody's list."""
    repo.document("PRE-FOR-001", original="fiche.xlsx")
    repo.write("documents/PRE/fiche.xlsx", b"PK")
    repo.document("PRE-PRO-001", "Voir le [plan](plan.docx).")
    repo.write("documents/PRE/plan.docx", b"PK")
    repo.write("documents/PRE/photo.png", b"x")
    repo.write("enregistrements/PRE/demande.docx", b"PK")

    assert not repo.findings("office-file-alone")


def test_a_foreign_tree_is_silent(repo: Repo) -> None:
    """Another tool may keep its files where it wants."""
    repo.write("documents/PRE/demande.docx", b"PK")
    repo.settings({"lecture": {"racines": ["documents"]}})

    assert not repo.findings("office-file-alone")
