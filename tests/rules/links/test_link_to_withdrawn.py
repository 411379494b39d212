"""LNK003: a link to a withdrawn document."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_withdrawn_form_is_cited(repo: Repo) -> None:
    """It is reported in the header and in the text, and its successor is named."""
    repo.document("PRE-FOR-001", statut="retire")
    repo.document("PRE-FOR-002", remplace=["PRE-FOR-001"])
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        liens: {formulaires: [PRE-FOR-001]}  # <- link-to-withdrawn
        ---
        Remplir PRE-FOR-001. <!-- <- link-to-withdrawn -->
        """,
    )

    repo.assert_findings("link-to-withdrawn")
    assert {f.values["successor"] for f in repo.findings("link-to-withdrawn")} == {"PRE-FOR-002"}


def test_a_document_may_name_what_it_replaces(repo: Repo) -> None:
    """Replacing is the reason why the other is withdrawn."""
    repo.document("PRE-PRO-001", statut="retire")
    repo.document("PRE-PRO-002", "Remplace PRE-PRO-001.", remplace=["PRE-PRO-001"])

    repo.assert_findings("link-to-withdrawn")


def test_a_withdrawn_document_may_cite_another(repo: Repo) -> None:
    """Nobody mends what is withdrawn."""
    repo.document("PRE-FOR-001", statut="retire")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.", statut="retire")

    repo.assert_findings("link-to-withdrawn")


def test_a_path_labelled_by_its_code_is_one_finding(repo: Repo) -> None:
    """The label and the path lead to the same withdrawn document."""
    repo.document("PRE-FOR-001", statut="retire")
    repo.document("PRE-PRO-001", "[PRE-FOR-001](PRE-FOR-001-document.md)")

    assert len(repo.findings("link-to-withdrawn")) == 1


def test_weight_follows_the_state(repo: Repo) -> None:
    """An error in a document in force, a warning in a draft; without successor no name is given."""
    repo.document("PRE-FOR-001", statut="retire")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.")
    repo.document("PRE-PRO-002", "Remplir PRE-FOR-001.", statut="applicable")

    findings = repo.findings("link-to-withdrawn")

    assert [finding.severity for finding in findings] == [Severity.WARNING, Severity.ERROR]
    assert all("{successor}" not in (finding.hint or "") for finding in findings)
