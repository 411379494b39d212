"""Rule file-name-too-long-or-reserved."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_long_name(repo: Repo) -> None:
    """More than 60 characters after the code are a note on the file."""
    path = repo.write(f"documents/PRE/PRE-PRO-001-{'a' * 61}.md", "---\ncode: PRE-PRO-001\n---\n")

    (finding,) = repo.findings("file-name-too-long-or-reserved")

    assert place(finding) == (path, None, None)
    assert finding.severity is Severity.NOTE
    assert "has more than 60 characters after the code. Choose" in shown(finding)


def test_longest_name(repo: Repo) -> None:
    """Sixty characters after the code are silent."""
    repo.write(f"documents/PRE/PRE-PRO-001-{'a' * 60}.md", "---\ncode: PRE-PRO-001\n---\n")

    assert not repo.findings("file-name-too-long-or-reserved")


@pytest.mark.parametrize("path", ["documents/AUX/AUX-PRO-001-a.md", "documents/PRE/con.md"])
def test_name_of_windows(repo: Repo, path: str) -> None:
    """A file or a folder with a name of Windows cannot be copied to Windows."""
    repo.write(path, "---\ncode: PRE-PRO-001\n---\n")

    (finding,) = repo.findings("file-name-too-long-or-reserved")

    assert "is reserved by Windows" in shown(finding)


@pytest.mark.parametrize("name", ["PRE-PRO-001-qui:quoi.md", "PRE-PRO-001-pourquoi?.md"])
def test_sign_of_windows(repo: Repo, name: str) -> None:
    """A sign that Windows keeps for itself is reported."""
    repo.write(f"documents/PRE/{name}", "---\ncode: PRE-PRO-001\n---\n")

    (finding,) = repo.findings("file-name-too-long-or-reserved")

    assert f"«{name}» holds a sign that Windows refuses" in shown(finding)


def test_name_that_only_begins_like_one(repo: Repo) -> None:
    """«console» and «auxiliaires» are ordinary words."""
    repo.write("documents/auxiliaires/console.md", "---\ncode: PRE-PRO-001\n---\n")

    assert not repo.findings("file-name-too-long-or-reserved")


def test_foreign_tree(repo: Repo) -> None:
    """File names of a foreign tree are no fault."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.write(f"documents/{'a' * 80}.md", "---\ncode: PRE-PRO-001\n---\n")

    assert not repo.findings("file-name-too-long-or-reserved")
