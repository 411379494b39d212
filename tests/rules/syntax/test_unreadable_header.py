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


def test_a_quote_that_somebody_forgot_to_close(repo: Repo) -> None:
    """The line where the quote opens is shown, not the one where the parser stumbles below."""
    path = repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        version: "1"
        titre: "Traiter une prestation
        processus: PRE
        redacteur: P03
        historique:
          - {version: "1", date: 2027-02-20}
        ---
        """,
    )

    (finding,) = repo.findings("unreadable-header")

    assert place(finding) == (path, 4, 8)
    assert "the quote that opens here is not closed" in shown(finding)


def test_a_quote_that_nothing_closes_on_its_line(repo: Repo) -> None:
    """An empty version below would close it and open another, up to the end of the header."""
    text = '---\ntitre: "Traiter\nprocessus: PRE\nversion: ""\nstatut: projet\n---\n'
    repo.write("documents/PRE/PRE-PRO-001-a.md", text)

    (finding,) = repo.findings("unreadable-header")

    assert (finding.location.line, finding.location.column) == (2, 8)


def test_a_quote_that_goes_on_over_two_lines_is_closed(repo: Repo) -> None:
    """The fault is where it is, below."""
    text = '---\ntitre: "Traiter\n  une prestation"\nobjet: a : b\n---\n'
    repo.write("documents/PRE/PRE-PRO-001-a.md", text)

    (finding,) = repo.findings("unreadable-header")

    assert finding.location.line == 4
    assert "quote that opens" not in shown(finding)


def test_valid_header(repo: Repo) -> None:
    """A header that is YAML is silent."""
    repo.document("PRE-PRO-001")

    assert not repo.findings("unreadable-header")


def test_header_that_is_never_closed(repo: Repo) -> None:
    """A header without its closing line is reported, once."""
    path = repo.write("documents/PRE/PRE-PRO-001-a.md", "---\ncode: PRE-PRO-001\n")

    assert [place(f)[0] for f in repo.findings("unreadable-header")] == [path]


def test_a_file_without_header(repo: Repo) -> None:
    """A YAML file is said to be a file: it has no header."""
    repo.settings({"referentiels": ["essai"]})
    repo.write("referentiel/types/PRO.yaml", b"code: [\n")

    (finding,) = repo.findings("unreadable-header")

    assert shown(finding).startswith("This file cannot be read: ")
