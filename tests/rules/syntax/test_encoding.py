"""Rule encoding."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_windows_encoding(repo: Repo) -> None:
    """A file saved in the encoding of Windows is read all the same, and reported."""
    text = "---\ncode: PRE-PRO-001\ntitre: Préparer un échantillon\n---\n"
    path = repo.write("documents/PRE/PRE-PRO-001-a.md", text.encode("cp1252"))

    (finding,) = repo.findings("encoding")

    assert place(finding) == (path, 1, 1)
    assert finding.severity is Severity.ERROR
    assert "its accents were read as Windows-1252" in shown(finding)
    assert repo.system().documents[0].title == "Préparer un échantillon"


def test_utf8(repo: Repo) -> None:
    """UTF-8 is silent, with or without a byte-order mark."""
    text = "---\ncode: PRE-PRO-001\ntitre: Préparer\n---\n"
    repo.write("documents/PRE/PRE-PRO-001-a.md", text.encode("utf-8-sig"))
    repo.document("PRE-PRO-002", titre="Préparer")

    assert not repo.findings("encoding")


def test_plain_ascii(repo: Repo) -> None:
    """A file without accents has no encoding to be wrong about."""
    repo.write("documents/PRE/PRE-PRO-001-a.md", "---\ncode: PRE-PRO-001\n---\n".encode("cp1252"))

    assert not repo.findings("encoding")
