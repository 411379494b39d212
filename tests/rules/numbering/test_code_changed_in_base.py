"""Rule code-changed-in-base."""

from smq.model import History, Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown

BEFORE = "documents/PRE/PRE-PRO-004-document.md"
AFTER = "documents/PRE/PRE-PRO-005-document.md"


def base(now: str = "PRE-PRO-005", identifier: str = "kaaaaaaa") -> History:
    """Return a base in which the document of this branch has another code by now."""
    return History(
        available=True,
        base="main",
        base_codes=((now, AFTER),),
        base_ids=((BEFORE, "kaaaaaaa"), (AFTER, identifier)),
        ancestor_codes=(("PRE-PRO-004", BEFORE),),
    )


def test_renumbered_there_and_cited_here(repo: Repo) -> None:
    """One finding at the document's code, which names the documents that cite it."""
    path = repo.document("PRE-PRO-004", id="kaaaaaaa")
    repo.document("PRE-MOP-001", "PRE-PRO-004, PRE-PRO-004.\n")
    repo.document("PRE-MOP-002", "PRE-PRO-004.\n")

    (finding,) = repo.findings("code-changed-in-base", history=base())

    assert place(finding) == (path, 3, 7)
    assert finding.severity is Severity.WARNING
    assert shown(finding) == (
        "PRE-PRO-004 is PRE-PRO-005 in main by now; here it is cited as PRE-PRO-004 in PRE-MOP-001,"
        " PRE-MOP-002. Once the two are together: smq renumber --auto writes PRE-PRO-005 there."
    )


def test_cited_by_nobody(repo: Repo) -> None:
    """A code that no text here names is lost for nobody."""
    repo.document("PRE-PRO-004", id="kaaaaaaa")

    assert not repo.findings("code-changed-in-base", history=base())


def test_the_same_there_or_renumbered_here_too(repo: Repo) -> None:
    """Codes that the base did not change, and those that changed on this side, are silent."""
    repo.document("PRE-PRO-004", id="kaaaaaaa")
    repo.document("PRE-MOP-001", "PRE-PRO-004.\n")
    assert not repo.findings("code-changed-in-base", history=base("PRE-PRO-004"))
    assert not repo.findings("code-changed-in-base", history=base(identifier="kbbbbbbb"))
    assert not repo.findings("code-changed-in-base")

    repo.document("PRE-PRO-004", id="kbbbbbbb")
    assert not repo.findings("code-changed-in-base", history=base())
