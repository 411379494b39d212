"""Rule id-twice."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_copied_file(repo: Repo) -> None:
    """A file that was copied to start another has the same id: the later one is the copy."""
    first = repo.document("PRE-PRO-001", id="k7m2x9qa")
    second = repo.document("PRE-PRO-002", id="k7m2x9qa")

    (finding,) = repo.findings("id-twice")

    assert place(finding) == (second, 2, 5)
    assert finding.severity is Severity.ERROR
    assert shown(finding).startswith(f"This file is a copy of {first}: its id k7m2x9qa is the same")
    assert "smq renumber --auto" in shown(finding)


def test_the_copy_is_the_file_whose_name_does_not_fit(repo: Repo) -> None:
    """A copy named by a file manager stands before the document in the alphabet."""
    repo.document("PRE-PRO-001", id="k7m2x9qa")
    text = "---\nid: k7m2x9qa\ncode: PRE-PRO-001\ntype: PRO\ntitre: T\n---\n"
    copy = repo.write("documents/PRE/Copie de PRE-PRO-001.md", text)

    assert [finding.location.path for finding in repo.findings("id-twice")] == [copy]
    assert not repo.findings("code-twice")
    assert not repo.findings("code-differs-from-file-name")


def test_the_copy_is_what_was_never_approved(repo: Repo) -> None:
    """Between two names that fit, the approved document keeps its id."""
    copy = repo.document("PRE-PRO-001", id="k7m2x9qa")
    repo.document("PRE-PRO-002", id="k7m2x9qa", version="1")

    assert [finding.location.path for finding in repo.findings("id-twice")] == [copy]


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
    assert len(repo.findings("id-twice")) == 1
