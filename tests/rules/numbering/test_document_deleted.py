"""Rule document-deleted."""

from smq.model import History, Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown

PATH = "documents/PRE/PRE-PRO-001-document.md"


def test_deleted_file(repo: Repo) -> None:
    """A code of the base that no document carries any more is reported at the lost path."""
    base = History(available=True, base="main", base_codes=(("PRE-PRO-001", PATH),))

    (finding,) = repo.findings("document-deleted", history=base)

    assert place(finding) == (PATH, None, None)
    assert finding.code == "PRE-PRO-001"
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        "PRE-PRO-001 is a document of main, and no document carries this code any more. "
        f"Bring {PATH} back; if the document is at its end: smq retire PRE-PRO-001"
    )


def test_code_still_carried(repo: Repo) -> None:
    """A file that was moved, or whose code is written with other digits, is not lost."""
    repo.write("documents/MAD/PRE-PRO-1-autre-nom.md", "---\ncode: PRE-PRO-1\n---\n")
    base = History(available=True, base="main", base_codes=(("PRE-PRO-001", PATH),))

    assert not repo.findings("document-deleted", history=base)


def test_alias(repo: Repo) -> None:
    """A document that took another code and kept the old one as alias is not lost."""
    repo.document("PRE-PRO-002", alias=["PRE-PRO-001"], version="1")
    base = History(available=True, base="main", base_codes=(("PRE-PRO-001", PATH),))

    assert not repo.findings("document-deleted", history=base)


def test_renumbered_draft(repo: Repo) -> None:
    """A draft that took another code needs no alias: nobody ever relied on the old one."""
    repo.document("PRE-PRO-002", id="k7m2x9qa")
    base = History(
        available=True,
        base="main",
        base_codes=(("PRE-PRO-001", PATH),),
        base_ids=((PATH, "k7m2x9qa"),),
    )

    assert not repo.findings("document-deleted", history=base)


def test_renumbered_after_approval(repo: Repo) -> None:
    """An approved document that took another code must keep the old one as alias."""
    path = repo.document("PRE-PRO-002", id="k7m2x9qa", version="1")
    base = History(
        available=True,
        base="main",
        base_codes=(("PRE-PRO-001", PATH),),
        base_ids=((PATH, "k7m2x9qa"),),
    )

    (finding,) = repo.findings("document-deleted", history=base)

    assert place(finding) == (path, 3, 7)
    assert shown(finding).endswith(
        "The document now carries PRE-PRO-002: write PRE-PRO-001 under «alias»."
    )


def test_document_that_came_to_the_base_since(repo: Repo) -> None:
    """A document that another branch brought to the base in the meantime was not deleted here."""
    repo.document("PRE-PRO-002")
    base = History(
        available=True,
        base="main",
        base_codes=(("PRE-PRO-001", PATH), ("PRE-PRO-002", "documents/PRE/b.md")),
        ancestor_codes=(("PRE-PRO-002", "documents/PRE/b.md"),),
    )

    assert not repo.findings("document-deleted", history=base)


def test_wrong_case(repo: Repo) -> None:
    """A code that was only written in small letters is not lost: it has its own finding."""
    repo.write(PATH, '---\ncode: pre-pro-001\nversion: "1"\n---\n')
    base = History(available=True, base="main", base_codes=(("PRE-PRO-001", PATH),))

    assert repo.findings("code-wrong-case", history=base)
    assert not repo.findings("document-deleted", history=base)


def test_no_base(repo: Repo) -> None:
    """Without a base there is nothing to have been deleted from."""
    assert not repo.findings("document-deleted", history=History(available=True))
