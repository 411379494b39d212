"""Rule code-taken-in-base."""

import pytest

from smq.model import History, Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown

THEIRS = "documents/PRE/PRE-PRO-004-etalonner.md"


def test_number_taken_on_the_other_branch(repo: Repo) -> None:
    """A document whose number another document took in the base since is reported at its code."""
    path = repo.document("PRE-PRO-004", id="kaaaaaaa")
    base = History(
        available=True,
        base="main",
        base_codes=(("PRE-PRO-004", THEIRS),),
        base_ids=((THEIRS, "kbbbbbbb"),),
        ancestor_codes=(),
    )

    (finding,) = repo.findings("code-taken-in-base", history=base)

    assert place(finding) == (path, 3, 7)
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        f"PRE-PRO-004 is already the code of {THEIRS} in main. "
        "To give this document the next number, with what cites it:"
        " smq renumber --auto --base main"
    )


def test_same_file(repo: Repo) -> None:
    """A document that the base has at the same path is itself."""
    path = repo.document("PRE-PRO-004")
    base = History(available=True, base="main", base_codes=(("PRE-PRO-004", path),))

    assert not repo.findings("code-taken-in-base", history=base)


def test_moved_file_with_its_id(repo: Repo) -> None:
    """A document that was moved keeps its id and its code."""
    repo.document("PRE-PRO-004", id="kaaaaaaa")
    base = History(
        available=True,
        base="main",
        base_codes=(("PRE-PRO-004", THEIRS),),
        base_ids=((THEIRS, "kaaaaaaa"),),
    )

    assert not repo.findings("code-taken-in-base", history=base)


def test_moved_file_without_id(repo: Repo) -> None:
    """Without ids, a file of this branch's own past that is gone was moved."""
    repo.document("PRE-PRO-004", id=None)
    base = History(available=True, base="main", base_codes=(("PRE-PRO-004", THEIRS),))

    assert not repo.findings("code-taken-in-base", history=base)


def test_file_without_id_that_came_to_the_base_since(repo: Repo) -> None:
    """Without ids, a file that this branch never had is another document."""
    repo.document("PRE-PRO-004", id=None)
    base = History(
        available=True, base="main", base_codes=(("PRE-PRO-004", THEIRS),), ancestor_codes=()
    )

    assert len(repo.findings("code-taken-in-base", history=base)) == 1


def test_code_given_again(repo: Repo) -> None:
    """A code that this branch took from one document and gave to a new one is taken."""
    repo.write(THEIRS, "---\nid: kbbbbbbb\ncode: PRE-PRO-005\n---\n")
    path = repo.document("PRE-PRO-004", id=None)
    base = History(available=True, base="main", base_codes=(("PRE-PRO-004", THEIRS),))

    assert [f.location.path for f in repo.findings("code-taken-in-base", history=base)] == [path]


def test_both_documents_here(repo: Repo) -> None:
    """When the other document stands in this tree too, that is a code twice, said once."""
    repo.write(THEIRS, "---\nid: kbbbbbbb\ncode: PRE-PRO-004\n---\n")
    repo.document("PRE-PRO-004", id="kaaaaaaa")
    base = History(
        available=True,
        base="main",
        base_codes=(("PRE-PRO-004", THEIRS),),
        base_ids=((THEIRS, "kbbbbbbb"),),
    )

    assert [f.location.path for f in repo.findings("code-twice", history=base)] == [
        "documents/PRE/PRE-PRO-004-document.md"
    ]
    assert not repo.findings("code-taken-in-base", history=base)


@pytest.mark.parametrize("path", [THEIRS, "documents/PRE/PRE-PRO-004-document.md"])
def test_the_id_decides_before_the_place(repo: Repo, path: str) -> None:
    """A file of another id is another document, where this one lies or where one lay before."""
    repo.document("PRE-PRO-004", id="kaaaaaaa")
    base = History(
        available=True,
        base="main",
        base_codes=(("PRE-PRO-004", path),),
        base_ids=((path, "kbbbbbbb"),),
    )

    assert len(repo.findings("code-taken-in-base", history=base)) == 1
