"""LNK004: a link of a document to itself."""

from smq.model import Severity
from tests.conftest import Repo


def test_own_code_declared_and_in_brackets(repo: Repo) -> None:
    """`liens`, `remplace` and `[[…]]` with the own code lead nowhere."""
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        titre: Traiter une demande
        liens: {procedures: [PRE-PRO-001]}  # <- link-to-itself
        remplace: [PRE-PRO-001]  # <- link-to-itself
        ---
        Voir [[PRE-PRO-001]]. <!-- <- link-to-itself -->

        Voir [[Traiter une demande]]. <!-- <- link-to-itself -->
        """,
    )

    repo.assert_findings("link-to-itself")
    assert {f.severity for f in repo.findings("link-to-itself")} == {Severity.WARNING}


def test_its_own_code_in_the_text_is_normal(repo: Repo) -> None:
    """A document may speak of itself, and link to its own sections."""
    repo.document(
        "PRE-PRO-001", "## Objet\n\nPRE-PRO-001 dit comment faire ; voir [[PRE-PRO-001#Objet]]."
    )

    repo.assert_findings("link-to-itself")


def test_a_relative_link_to_a_section_is_normal(repo: Repo) -> None:
    """`[…](own-file.md#objet)` moves within the page."""
    repo.document("PRE-PRO-001", "## Objet\n\nVoir [l’objet](PRE-PRO-001-document.md#objet).")

    repo.assert_findings("link-to-itself")


def test_column_of_a_declared_link(repo: Repo) -> None:
    """The finding stands on the code."""
    path = repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        "---\ncode: PRE-PRO-001\nliens: [PRE-PRO-001]\n---\n",
    )

    (finding,) = repo.findings("link-to-itself")

    assert str(finding.location) == f"{path}:3:9"
