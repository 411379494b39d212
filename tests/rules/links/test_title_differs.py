"""LNK013: a link with another title than its document's."""

from smq.model import Severity
from tests.conftest import Repo


def test_another_title(repo: Repo) -> None:
    """The title written and the right one are given, as a note."""
    repo.document("PRE-PRO-002", titre="Traiter une prestation")
    path = repo.document("PRE-PRO-001", "Voir [[PRE-PRO-002 – Traiter une demande]].")

    (finding,) = repo.findings("title-differs")

    assert finding.severity is Severity.NOTE
    assert str(finding.location) == f"{path}:11:8"
    assert finding.values == {
        "written": "Traiter une demande",
        "target": "PRE-PRO-002",
        "title": "Traiter une prestation",
    }


def test_the_same_title_is_silent(repo: Repo) -> None:
    """However it is typed; a text after the bar is the author's own."""
    repo.document("PRE-PRO-002", titre="L’accueil – règles")
    repo.document(
        "PRE-PRO-001",
        """
        [[PRE-PRO-002 L'ACCUEIL - regles]], [[PRE-PRO-002]], [[PRE-PRO-002|la procédure]],
        [[PRE-PRO-002-document]]
        """,
    )

    repo.assert_findings("title-differs")


def test_a_document_without_title_is_silent(repo: Repo) -> None:
    """There is nothing to compare with."""
    repo.document("PRE-PRO-002", titre=None)
    repo.document("PRE-PRO-001", "[[PRE-PRO-002 Traiter une demande]]")

    repo.assert_findings("title-differs")
