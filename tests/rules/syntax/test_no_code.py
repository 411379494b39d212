"""Rule no-code."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_foreign_file_without_code(repo: Repo) -> None:
    """In a foreign tree a file without a code is one note, and no document."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    path = repo.write("documents/notes.md", "# Notes de réunion\n")

    (finding,) = repo.findings("no-code")

    assert place(finding) == (path, 1, 1)
    assert finding.severity is Severity.NOTE
    assert "No code was found" in shown(finding)
    assert not repo.system().documents


def test_code_in_the_file_name(repo: Repo) -> None:
    """In a foreign tree the file name may hold the code."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write("documents/PRE-PRO-001-notes.md", "# Notes\n")

    assert not repo.findings("no-code")


def test_own_tree(repo: Repo) -> None:
    """In a tree of smq a missing code is a missing field, not this note."""
    repo.write(
        "documents/PRE/note.md",
        """
        ---
        id: k7m2x9qa
        titre: Note
        type: PRO
        processus: PRE
        statut: projet
        ---
        """,
    )

    assert not repo.findings("no-code")
    assert [f.values["field"] for f in repo.findings("missing-field")] == ["code"]
