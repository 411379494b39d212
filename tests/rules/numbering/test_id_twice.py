"""Rule id-twice."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_copied_file(repo: Repo) -> None:
    """A file that was copied to start another has the same id: both are reported at the id."""
    first = repo.document("PRE-PRO-001", id="k7m2x9qa")
    second = repo.document("PRE-PRO-002", id="k7m2x9qa")

    one, two = repo.findings("id-twice")

    assert place(one) == (first, 2, 5)
    assert place(two) == (second, 2, 5)
    assert one.severity is Severity.ERROR
    assert shown(one).startswith(f"The id k7m2x9qa is also that of {second}. One is a copy")


def test_own_ids(repo: Repo) -> None:
    """Different ids are silent, and so are documents without one."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002")
    repo.document("PRE-PRO-003", id=None)
    repo.document("PRE-PRO-004", id=None)

    assert not repo.findings("id-twice")


def test_foreign_tree(repo: Repo) -> None:
    """In a foreign tree a key named id counts only when smq.yaml maps it."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", id="7")
    repo.document("PRE-PRO-002", id="7")
    assert not repo.findings("id-twice")

    repo.settings({"lecture": {"racines": ["documents"], "cles": {"id": "id"}}})
    assert len(repo.findings("id-twice")) == 2
