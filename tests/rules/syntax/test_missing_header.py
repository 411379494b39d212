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


def test_the_first_line_of_the_header_was_lost(repo: Repo) -> None:
    """It is said so, not that there is no header; the code still comes from the file's name."""
    path = repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        "code: PRE-PRO-001\nliens:\n- a\n" + 100 * "champ: x\n" + "\n---\n\n## Objet\n",
    )

    (finding,) = repo.findings("missing-header")

    assert place(finding) == (path, 1, 1)
    assert shown(finding) == (
        "The first line «---» of the header is missing. Write «---» alone on a line above this one."
    )
    assert "PRE-PRO-001" in repo.system().codes
    assert not repo.findings("unreadable-header")


def test_a_text_that_names_a_title_has_no_header(repo: Repo) -> None:
    """Without a closing line there was no header, and a line across a text closes none."""
    repo.write("documents/PRE/notes.md", "titre: une note\n\nRien d'autre.\n")
    repo.write("documents/PRE/suite.md", "titre: une note\n\nRien d'autre.\n\n---\n\nSuite.\n")

    assert all("smq new" in shown(finding) for finding in repo.findings("missing-header"))
    assert len(repo.findings("missing-header")) == 2


def test_file_outside_the_documents(repo: Repo) -> None:
    """A Markdown file elsewhere needs no header."""
    repo.write("README.md", "# Lisez-moi\n")

    assert not repo.findings("missing-header")


def test_foreign_tree(repo: Repo) -> None:
    """In a tree that smq did not make, a header is not asked for."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write("documents/PRE-PRO-001-notes.md", "# Notes\n")

    assert not repo.findings("missing-header")
