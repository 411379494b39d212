"""Rule conflict-copy."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


@pytest.mark.parametrize(
    "name",
    [
        "PRE-PRO-001-document (conflicted copy 2027-02-20).md",
        "PRE-PRO-001-document (copie en conflit de Claire 2027-02-20).md",
        "PRE-PRO-001-document.sync-conflict-20270220-101500-ABCDEFG.md",
    ],
)
def test_copy_of_a_shared_drive(repo: Repo, name: str) -> None:
    """A conflict copy is reported with the name of its original, and is no second document."""
    repo.document("PRE-PRO-001")
    path = repo.write(f"documents/PRE/{name}", "---\ncode: PRE-PRO-001\n---\n")

    (finding,) = repo.findings("conflict-copy")

    assert place(finding)[0] == path
    assert finding.severity is Severity.WARNING
    assert "conflict copy of PRE-PRO-001-document.md" in shown(finding)
    assert not repo.findings("code-twice")


def test_conflict_in_a_title(repo: Repo) -> None:
    """A document about conflicts is none."""
    repo.write("documents/PRE/PRE-PRO-001-conflict-of-interest.md", "---\ncode: PRE-PRO-001\n---\n")

    assert not repo.findings("conflict-copy")


def test_parentheses(repo: Repo) -> None:
    """Other words between parentheses say nothing of a conflict."""
    repo.write("documents/PRE/PRE-PRO-001 (accueil).md", "---\ncode: PRE-PRO-001\n---\n")

    assert not repo.findings("conflict-copy")
