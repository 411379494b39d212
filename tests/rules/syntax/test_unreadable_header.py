"""Rule unreadable-header."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_unclosed_list(repo: Repo) -> None:
    """A header that is no YAML is reported where reading stops, and other documents are read."""
    repo.document("PRE-PRO-002")
    path = repo.write(
        "documents/PRE/PRE-PRO-001-prestation.md",
        """
        ---
        code: PRE-PRO-001
        titre: Accueillir : première visite
        ---
        """,
    )

    (finding,) = repo.findings("unreadable-header")

    assert place(finding)[:2] == (path, 3)
    assert finding.severity is Severity.ERROR
    assert shown(finding).startswith("The header cannot be read: ")
    assert "PRE-PRO-002" in repo.system().codes


def test_valid_header(repo: Repo) -> None:
    """A header that is YAML is silent."""
    repo.document("PRE-PRO-001")

    assert not repo.findings("unreadable-header")


def test_header_that_is_never_closed(repo: Repo) -> None:
    """A header without its closing line is reported, once."""
    path = repo.write("documents/PRE/PRE-PRO-001-a.md", "---\ncode: PRE-PRO-001\n")

    assert [place(f)[0] for f in repo.findings("unreadable-header")] == [path]
