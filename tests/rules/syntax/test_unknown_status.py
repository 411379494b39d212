"""Rule unknown-status."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_accent_and_capital(repo: Repo) -> None:
    """A status written as it is said is reported at the word, with the word to write."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        statut: Approuvé  # <- unknown-status
        ---
        """,
    )

    repo.assert_findings("unknown-status")
    (finding,) = repo.findings("unknown-status")
    assert finding.location.column == 9
    assert finding.severity is Severity.WARNING
    assert "«Approuvé» is no status. Nearest: approuve." in shown(finding)


@pytest.mark.parametrize(
    "status", ["projet", "en_verification", "approuve", "applicable", "retire", None, ""]
)
def test_known_or_absent(repo: Repo, status: str | None) -> None:
    """Known words are silent; a missing status is another rule's."""
    repo.document("PRE-PRO-001", statut=status)

    assert not repo.findings("unknown-status")


def test_superseded(repo: Repo) -> None:
    """«périmé» is computed: the hint says so instead of naming another word."""
    repo.document("PRE-PRO-001", statut="périmé")

    (finding,) = repo.findings("unknown-status")

    assert "It is computed, never written" in shown(finding)


def test_nothing_near(repo: Repo) -> None:
    """A word that resembles none gets the list."""
    repo.document("PRE-PRO-001", statut="xyzzy")

    (finding,) = repo.findings("unknown-status")

    assert shown(finding).endswith(
        "The words are projet, en_verification, approuve, applicable, retire."
    )


def test_foreign_tree(repo: Repo) -> None:
    """In a foreign tree a mapped word is silent, and another is a warning."""
    repo.settings({"lecture": {"racines": ["documents"], "statuts": {"effective": "applicable"}}})
    repo.document("PRE-PRO-001", statut="effective")
    repo.document("PRE-PRO-002", statut="obsolete")

    (finding,) = repo.findings("unknown-status")

    assert finding.code == "PRE-PRO-002"
    assert finding.severity is Severity.WARNING
    assert "lecture: statuts" in shown(finding)
