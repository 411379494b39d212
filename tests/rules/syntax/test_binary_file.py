"""Rule binary-file."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_renamed_word_file(repo: Repo) -> None:
    """A Word file that was renamed .md is reported, and nothing else is asked of it."""
    path = repo.write("documents/PRE/PRE-PRO-001-a.md", b"PK\x03\x04\x14\x00\x06\x00")

    (finding,) = repo.findings("binary-file")

    assert place(finding)[0] == path
    assert finding.severity is Severity.ERROR
    assert "not text" in shown(finding)
    assert not repo.findings("missing-header")


def test_word_file_under_its_name(repo: Repo) -> None:
    """A Word file with its own name is not looked into."""
    repo.write("documents/PRE/PRE-PRO-001-a.docx", b"PK\x03\x04\x14\x00\x06\x00")

    assert not repo.findings("binary-file")


def test_utf16(repo: Repo) -> None:
    """Text in UTF-16 holds null bytes and is text all the same: a matter of encoding."""
    text = "---\ncode: PRE-PRO-001\n---\n"
    repo.write("documents/PRE/PRE-PRO-001-a.md", text.encode("utf-16"))

    assert not repo.findings("binary-file")
    assert [f.values["guessed"] for f in repo.findings("encoding")] == ["UTF-16"]
