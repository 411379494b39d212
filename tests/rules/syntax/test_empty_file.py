"""Rule empty-file."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_nothing_written(repo: Repo, content: bytes) -> None:
    """A file of no character, of blanks or of a byte-order mark alone is empty: one warning."""
    path = repo.write("documents/PRE/PRE-PRO-001-a.md", content)

    (finding,) = repo.findings("empty-file")

    assert place(finding)[0] == path
    assert finding.severity is Severity.WARNING
    assert not repo.findings("missing-header")


def test_header_without_text(repo: Repo) -> None:
    """A document whose text is still to be written is not empty."""
    repo.document("PRE-PRO-001")

    assert not repo.findings("empty-file")
