"""LNK006: a picture that is not in the folder."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_missing_picture(repo: Repo) -> None:
    """It is reported on its line, as an error once readers rely on it."""
    repo.document("PRE-PRO-001", "![Plan](plan.png) <!-- <- dead-picture -->")
    repo.document("PRE-PRO-002", "![Plan](plan.png) <!-- <- dead-picture -->", statut="applicable")

    repo.assert_findings("dead-picture")
    weights = [finding.severity for finding in repo.findings("dead-picture")]
    assert weights == [Severity.WARNING, Severity.ERROR]


def test_a_picture_that_is_there(repo: Repo) -> None:
    """A picture of the folder is no fault, nor is one of the web."""
    repo.write("documents/PRE/images/plan.png", b"\x89PNG\r\n")
    repo.document("PRE-PRO-001", "![Plan](images/plan.png) ![Logo](https://example.org/logo.png)")

    repo.assert_findings("dead-picture")


def test_the_picture_of_another_folder_is_named(repo: Repo) -> None:
    """The path that the document must write is given."""
    repo.write("documents/EQU/images/plan.png", b"\x89PNG\r\n")
    path = repo.document("PRE-PRO-001", "Voir ![Plan](images/plan.png)")

    (finding,) = repo.findings("dead-picture")

    assert str(finding.location) == f"{path}:11:6"
    assert finding.values["near"] == "../EQU/images/plan.png"


def test_a_link_is_another_rule(repo: Repo) -> None:
    """A missing file behind a link is reported by its own rule only."""
    repo.document("PRE-PRO-001", "[Plan](plan.png)")

    repo.assert_findings("dead-picture")
