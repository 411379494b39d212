"""Rule title-twice."""

from smq.model import Severity
from tests.conftest import Repo


def test_one_title_in_two_writings(repo: Repo) -> None:
    """Case, accents and apostrophes do not tell titles apart; the later document is reported."""
    repo.document("PRE-PRO-001", titre="Préparer l’échantillon")
    path = repo.document("PRE-PRO-002", titre="PREPARER L'ECHANTILLON")

    (finding,) = repo.findings("title-twice")

    assert (finding.location.path, finding.location.line) == (path, 5)
    assert finding.severity is Severity.NOTE
    assert finding.values["other"] == "PRE-PRO-001"


def test_other_types_and_withdrawn_documents_are_silent(repo: Repo) -> None:
    """A procedure and its form may share a title, and a document may follow a withdrawn one."""
    repo.document("PRE-PRO-001", titre="Préparer", statut="retire")
    repo.document("PRE-PRO-002", titre="Préparer")
    repo.document("PRE-FOR-001", titre="Préparer")

    assert not repo.findings("title-twice")


def test_a_copied_file_and_a_foreign_tree_are_silent(repo: Repo) -> None:
    """One code twice is said by its own rule; another tool's titles are its own."""
    repo.document("PRE-PRO-001", titre="Préparer")
    repo.write(
        "documents/PRE/copie.md", "---\ncode: PRE-PRO-001\ntype: PRO\ntitre: Préparer\n---\n"
    )
    assert not repo.findings("title-twice")

    repo.document("PRE-PRO-002", titre="Préparer")
    repo.settings({"lecture": {"racines": ["documents"]}})
    assert not repo.findings("title-twice")
