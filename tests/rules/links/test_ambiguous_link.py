"""LNK002: a link that can mean several documents."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_a_title_of_two_documents(repo: Repo) -> None:
    """The title is reported at each place, and both documents are named."""
    one = repo.document("EQU-PRO-001", titre="Consignes de sécurité")
    two = repo.document("PRE-PRO-002", titre="Consignes de sécurité")
    repo.document(
        "PRE-PRO-001",
        """
        Voir [[Consignes de sécurité]]. <!-- <- ambiguous-link -->

        Relire [[consignes de securite]]. <!-- <- ambiguous-link -->
        """,
    )

    repo.assert_findings("ambiguous-link")
    assert {f.values["candidates"] for f in repo.findings("ambiguous-link")} == {f"{one}, {two}"}


def test_a_code_of_two_documents_is_said_where_it_is_mended(repo: Repo) -> None:
    """One of the two takes another code: nothing is wrong in the documents that cite it."""
    repo.document("PRE-FOR-001")
    repo.write("documents/PRE/copie.md", "---\ncode: PRE-FOR-001\ntype: FOR\n---\n")
    repo.write("documents/PRE/a.md", "---\ncode: X-1\n---\n")
    repo.write("documents/PRE/b.md", "---\ncode: X-1\n---\n")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001, [[X-1]].", liens=["PRE-FOR-001", "X-1"])

    assert not repo.findings("ambiguous-link")
    assert len(repo.findings("code-twice")) == 2


def test_a_code_that_two_documents_bore_before(repo: Repo) -> None:
    """Nothing else says it; one line a document that cites it is enough."""
    repo.document("PRE-FOR-002", alias=["PRE-FOR-001"])
    repo.document("PRE-FOR-003", alias=["PRE-FOR-001"])
    repo.document(
        "PRE-PRO-001",
        """
        Remplir PRE-FOR-001. <!-- <- ambiguous-link -->

        Classer PRE-FOR-001.
        """,
    )

    repo.assert_findings("ambiguous-link")
    assert "bore this code before" in shown(repo.findings("ambiguous-link")[0])


def test_a_copied_file_is_said_at_the_copy(repo: Repo) -> None:
    """One cause, one line: not one more at each document that cites the code."""
    repo.document("PRE-FOR-001", id="k7m2x9qa")
    repo.write("documents/PRE/copie.md", "---\nid: k7m2x9qa\ncode: PRE-FOR-001\ntype: FOR\n---\n")
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.")

    assert not repo.findings("ambiguous-link")
    assert len(repo.findings("id-twice")) == 1


def test_a_code_decides_between_equal_titles(repo: Repo) -> None:
    """With the code before the title there is nothing to choose."""
    repo.document("EQU-PRO-001", titre="Consignes de sécurité")
    repo.document("PRE-PRO-002", titre="Consignes de sécurité")
    repo.document("PRE-PRO-001", "Voir [[EQU-PRO-001 Consignes de sécurité]].")

    repo.assert_findings("ambiguous-link")


def test_weight_follows_the_state(repo: Repo) -> None:
    """An error where readers rely on it, a warning in a draft."""
    repo.document("EQU-PRO-001", titre="Sécurité")
    repo.document("PRE-PRO-002", titre="Sécurité")
    repo.document("PRE-PRO-003", "[[Sécurité]]")
    repo.document("PRE-PRO-004", "[[Sécurité]]", statut="en_verification")

    weights = [finding.severity for finding in repo.findings("ambiguous-link")]

    assert weights == [Severity.WARNING, Severity.ERROR]


def test_a_title_of_one_document_or_of_none_is_silent(repo: Repo) -> None:
    """One document leaves no choice; none is a broken link."""
    repo.document("PRE-PRO-002", titre="Consignes de sécurité")
    repo.document("PRE-PRO-001", "[[Consignes de sécurité]], [[Consignes de tri]]")

    assert not repo.findings("ambiguous-link")
