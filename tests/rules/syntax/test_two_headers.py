"""Rule two-headers."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_second_block(repo: Repo) -> None:
    """A second header block is reported on its first line."""
    path = repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        ---

        ---
        statut: applicable
        ---
        """,
    )

    (finding,) = repo.findings("two-headers")

    assert place(finding) == (path, 5, 1)
    assert finding.severity is Severity.ERROR
    assert "nothing in it is read" in shown(finding)


def test_horizontal_rule(repo: Repo) -> None:
    """A line of dashes between two passages is no header."""
    repo.document("PRE-PRO-001", body="## Objet\n\nTexte.\n\n---\n\nnote: fin du texte.\n")

    assert not repo.findings("two-headers")


def test_rule_before_prose(repo: Repo) -> None:
    """A line of dashes right after the header, before prose, is no header either."""
    repo.document("PRE-PRO-001", body="---\n\nTexte.\n")

    assert not repo.findings("two-headers")
