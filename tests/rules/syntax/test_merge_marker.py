"""Rule merge-marker."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import place, shown


def test_marker_in_the_text(repo: Repo) -> None:
    """The first mark of an unfinished merge is reported."""
    path = repo.document(
        "PRE-PRO-001",
        body="""
        ## Objet

        <<<<<<< HEAD
        Le délai est de 5 jours.
        =======
        Le délai est de 10 jours.
        >>>>>>> qualite
        """,
    )

    (finding,) = repo.findings("merge-marker")

    assert place(finding) == (path, 13, 1)
    assert finding.severity is Severity.ERROR
    assert "two versions of one passage" in shown(finding)


def test_underlined_heading(repo: Repo) -> None:
    """A line of equals signs under a heading is Markdown, not a merge."""
    repo.document("PRE-PRO-001", body="Objet\n=======\n\nTexte.\n")

    assert not repo.findings("merge-marker")


def test_marker_in_the_header(repo: Repo) -> None:
    """A merge left in the header is this one fault, not an unreadable header besides."""
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        <<<<<<< HEAD
        statut: projet
        =======
        statut: applicable
        >>>>>>> qualite
        ---
        """,
    )

    assert [f.location.line for f in repo.findings("merge-marker")] == [3]
    assert not repo.findings("unreadable-header")
