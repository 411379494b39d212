"""Rule lock-file."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


@pytest.mark.parametrize("name", ["~$PRE-PRO-001-a.docx", "~$PRE-PRO-001-a.md"])
def test_lock_file_of_word(repo: Repo, name: str) -> None:
    """The file that Word keeps beside an open document is a note, and no document."""
    path = repo.write(f"documents/PRE/{name}", b"\x05Claire\0")

    (finding,) = repo.findings("lock-file")

    assert place(finding) == (path, None, None)
    assert finding.severity is Severity.NOTE
    assert "lock file of Word or Excel" in shown(finding)
    assert not repo.system().documents


def test_document(repo: Repo) -> None:
    """A document is no lock file."""
    repo.document("PRE-PRO-001")

    assert not repo.findings("lock-file")


def test_tilde_alone(repo: Repo) -> None:
    """A name that only starts with a tilde is no lock file."""
    repo.write("documents/PRE/~brouillon.txt", "a")

    assert not repo.findings("lock-file")
