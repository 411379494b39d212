"""Rule code-twice."""

from smq.model import History, Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_two_documents(repo: Repo) -> None:
    """One finding, at the code of the document that has to move, with the command for it."""
    first = repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-026", alias=["PRE-PRO-031"])
    second = repo.write(
        "documents/MAD/PRE-PRO-001-accueil.md",
        """
        ---
        titre: Accueillir
        code: PRE-PRO-001
        ---
        """,
    )

    (finding,) = repo.findings("code-twice")

    assert place(finding) == (second, 3, 7)
    assert finding.severity is Severity.ERROR
    assert shown(finding) == (
        f"PRE-PRO-001 is also the code of {first}. To give one of them the next number, with what"
        " cites it: smq renumber --auto (to see it first: smq renumber --auto --dry-run)."
    )


def test_who_keeps_the_code(repo: Repo) -> None:
    """The approved one, else the one of the base, else the smaller id; two approved: people."""
    other = "documents/PRE/PRE-PRO-001-autre.md"
    header = "---\nid: k{}\ncode: PRE-PRO-001\nversion: '{}'\n---\n"
    mine = repo.document("PRE-PRO-001", id="kccccccc")

    repo.write(other, header.format("ddddddd", ""))
    assert [f.location.path for f in repo.findings("code-twice")] == [other]
    base = History(available=True, base="main", base_codes=(("PRE-PRO-001", other),))
    assert [f.location.path for f in repo.findings("code-twice", history=base)] == [mine]
    repo.write(other, header.format("ddddddd", "1"))
    assert [f.location.path for f in repo.findings("code-twice")] == [mine]
    repo.document("PRE-PRO-001", id="kccccccc", version="1")
    (finding,) = repo.findings("code-twice")
    assert shown(finding).endswith(
        "Both were approved: ask the people who answer for them before either moves."
    )


def test_different_codes(repo: Repo) -> None:
    """Different numbers, and one number in two processes or types, are silent."""
    for code in ("PRE-PRO-001", "PRE-PRO-002", "MAD-PRO-001", "PRE-FOR-001"):
        repo.document(code)

    assert not repo.findings("code-twice")


def test_one_number_written_twice(repo: Repo) -> None:
    """PRE-PRO-1 and PRE-PRO-001 are one code; of three documents two move."""
    repo.document("PRE-PRO-1")
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-0001")

    found = repo.findings("code-twice")

    assert len(found) == 2
    assert all(str(f.values["others"]).count(".md") == 2 for f in found)


def test_wrong_case(repo: Repo) -> None:
    """A code in small letters is the same code: correcting it would make two."""
    repo.document("PRE-PRO-001")
    repo.write("documents/PRE/copie.md", "---\ncode: pre-pro-001\n---\n")

    (finding,) = repo.findings("code-twice")

    assert finding.location.path == "documents/PRE/copie.md"


def test_codes_off_pattern(repo: Repo) -> None:
    """Two equal texts that are no codes are one name for two documents."""
    repo.write("documents/PRE/a.md", "---\ncode: PROCEDURE\n---\n")
    repo.write("documents/PRE/b.md", "---\ncode: PROCEDURE\n---\n")
    repo.write("documents/PRE/c.md", "---\ntitre: Sans code\n---\n")
    repo.write("documents/PRE/d.md", "---\ntitre: Sans code\n---\n")

    (finding,) = repo.findings("code-twice")

    assert finding.location.path == "documents/PRE/b.md"
    assert shown(finding).endswith("It stays with documents/PRE/a.md. Write another code here.")


def test_foreign_tree(repo: Repo) -> None:
    """Codes read from file names are compared too; the place is then the start of the file."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write("documents/PRE-PRO-001-a.md", "# A\n")
    repo.write("documents/PRE-PRO-1-b.md", "# B\n")

    assert [place(f) for f in repo.findings("code-twice")] == [
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
