"""Rule history-unavailable."""

from smq.model import History, Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_no_git(repo: Repo) -> None:
    """Outside git there is one note for the whole platform, however many documents it has."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002")

    (finding,) = repo.findings("history-unavailable", history=History())

    assert place(finding) == ("smq.yaml", None, None)
    assert finding.severity is Severity.NOTE
    assert "no git history" in shown(finding)
    assert "start a history here: smq save" in shown(finding)


def test_in_git(repo: Repo) -> None:
    """In a git work tree the rule is silent."""
    assert not repo.findings("history-unavailable", history=History(available=True))


def test_shallow_clone(repo: Repo) -> None:
    """A clone without its whole history is not without history."""
    history = History(available=True, shallow=True)

    assert not repo.findings("history-unavailable", history=history)
