"""Rule code-twice."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_two_documents(repo: Repo) -> None:
    """Each document that shares a code is reported at its code, with the path of the other."""
    first = repo.document("PRE-PRO-001")
    second = repo.write(
        "documents/MAD/PRE-PRO-001-accueil.md",
        """
        ---
        titre: Accueillir
        code: PRE-PRO-001
        ---
        """,
    )

    later, earlier = repo.findings("code-twice")

    assert place(earlier) == (first, 3, 7)
    assert place(later) == (second, 3, 7)
    assert earlier.severity is Severity.ERROR
    assert shown(earlier) == (
        f"PRE-PRO-001 is also the code of {second}. "
        "It stays with the document that had it first. In the other, if it was never approved,"
        " write the next number after «code:»."
    )


def test_different_codes(repo: Repo) -> None:
    """Different numbers, and one number in two processes or types, are silent."""
    for code in ("PRE-PRO-001", "PRE-PRO-002", "MAD-PRO-001", "PRE-FOR-001"):
        repo.document(code)

    assert not repo.findings("code-twice")


def test_one_number_written_twice(repo: Repo) -> None:
    """PRE-PRO-1 and PRE-PRO-001 are one code; three documents name the two others."""
    repo.document("PRE-PRO-1")
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-0001")

    found = repo.findings("code-twice")

    assert [f.code for f in found] == ["PRE-PRO-0001", "PRE-PRO-001", "PRE-PRO-1"]
    assert all(str(f.values["others"]).count(".md") == 2 for f in found)


def test_wrong_case(repo: Repo) -> None:
    """A code in small letters is the same code: correcting it would make two."""
    repo.document("PRE-PRO-001")
    repo.write("documents/PRE/copie.md", "---\ncode: pre-pro-001\n---\n")

    assert len(repo.findings("code-twice")) == 2


def test_codes_off_pattern(repo: Repo) -> None:
    """Two equal texts that are no codes are one name for two documents."""
    repo.write("documents/PRE/a.md", "---\ncode: PROCEDURE\n---\n")
    repo.write("documents/PRE/b.md", "---\ncode: PROCEDURE\n---\n")
    repo.write("documents/PRE/c.md", "---\ntitre: Sans code\n---\n")
    repo.write("documents/PRE/d.md", "---\ntitre: Sans code\n---\n")

    assert [f.location.path for f in repo.findings("code-twice")] == [
        "documents/PRE/a.md",
        "documents/PRE/b.md",
    ]


def test_foreign_tree(repo: Repo) -> None:
    """Codes read from file names are compared too; the place is then the start of the file."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write("documents/PRE-PRO-001-a.md", "# A\n")
    repo.write("documents/PRE-PRO-1-b.md", "# B\n")

    assert [place(f) for f in repo.findings("code-twice")] == [
        ("documents/PRE-PRO-001-a.md", 1, 1),
        ("documents/PRE-PRO-1-b.md", 1, 1),
    ]


def test_a_copied_file_is_said_once(repo: Repo) -> None:
    """A copy has the id too, which says it: one cause, one rule."""
    repo.document("PRE-PRO-001", id="k7m2x9qa")
    repo.write(
        "documents/PRE/copie.md",
        "---\nid: k7m2x9qa\ncode: PRE-PRO-001\ntype: PRO\ntitre: Copie\nstatut: projet\n---\n",
    )

    assert not repo.findings("code-twice")
    assert not repo.findings("code-differs-from-file-name")
    assert len(repo.findings("id-twice")) == 1
