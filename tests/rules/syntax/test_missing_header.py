"""Rule missing-header."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_text_without_header(repo: Repo) -> None:
    """A Markdown file of the documents folder without a header is reported on its first line."""
    path = repo.write("documents/PRE/notes.md", "# Notes\n\nLa demande arrive par courriel.\n")

    (finding,) = repo.findings("missing-header")

    assert place(finding) == (path, 1, 1)
    assert finding.severity is Severity.ERROR
    assert "smq new" in shown(finding)


def test_file_outside_the_documents(repo: Repo) -> None:
    """A Markdown file elsewhere needs no header."""
    repo.write("README.md", "# Lisez-moi\n")

    assert not repo.findings("missing-header")


def test_foreign_tree(repo: Repo) -> None:
    """In a tree that smq did not make, a header is not asked for."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write("documents/PRE-PRO-001-notes.md", "# Notes\n")

    assert not repo.findings("missing-header")
