"""Rule unknown-format."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_a_newer_format(repo: Repo) -> None:
    """An error at the number, since other settings may mean something else."""
    repo.write("smq.yaml", "smq: 2\nplateforme: {nom: A}\n")

    (finding,) = repo.findings("unknown-format")

    assert place(finding) == ("smq.yaml", 1, 6)
    assert finding.severity is Severity.ERROR
    assert shown(finding).startswith("smq.yaml is of format «2»; this program reads format 1.")


def test_the_format_read_here(repo: Repo) -> None:
    """Format 1, quoted or not, and no format at all are silent."""
    for line in ("smq: 1\n", 'smq: "1"\n', "smq:\n", ""):
        repo.write("smq.yaml", f"{line}plateforme: {{nom: A}}\n".encode())
        assert not repo.findings("unknown-format")
