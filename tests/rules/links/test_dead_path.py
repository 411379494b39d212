"""LNK005: a relative link to no file."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_missing_file(repo: Repo) -> None:
    """The link is reported on its line, as an error once readers rely on it."""
    repo.document("PRE-PRO-001", "Voir le [plan](plan.pdf). <!-- <- dead-path -->")
    repo.document(
        "PRE-PRO-002", "Voir le [plan](plan.pdf). <!-- <- dead-path -->", statut="applicable"
    )

    repo.assert_findings("dead-path")
    weights = [finding.severity for finding in repo.findings("dead-path")]
    assert weights == [Severity.WARNING, Severity.ERROR]


def test_an_existing_file_is_silent(repo: Repo) -> None:
    """A file beside the document, or a document elsewhere, is found."""
    repo.document("EQU-PRO-001")
    repo.write("documents/PRE/plan des locaux.pdf", b"%PDF-1.4\n")
    repo.document(
        "PRE-PRO-001",
        "[plan](plan%20des%20locaux.pdf), [suite](../EQU/EQU-PRO-001-document.md#objet), [site](https://example.org/a.pdf).",
    )

    repo.assert_findings("dead-path")


def test_another_case_is_dead_and_named(repo: Repo) -> None:
    """Windows would follow it, a server would not: the right name is given."""
    repo.write("documents/EQU/plan.pdf", b"%PDF-1.4\n")
    path = repo.document("PRE-PRO-001", "Voir le [plan](../EQU/Plan.pdf).")

    (finding,) = repo.findings("dead-path")

    assert str(finding.location) == f"{path}:11:9"
    assert finding.values == {"target": "../EQU/Plan.pdf", "near": "../EQU/plan.pdf"}


def test_an_absent_master(repo: Repo) -> None:
    """The Word file named under `original` is a link too; one outside the folder is SYN022's."""
    repo.write("documents/PRE/notice.docx", b"PK")
    repo.document("PRE-PRO-001", original="notice.docx")
    repo.document("PRE-PRO-002", original="Notice.docx", statut="applicable")
    repo.document("PRE-PRO-003", original="../../../notice.docx")

    (finding,) = repo.findings("dead-path")

    assert (finding.code, finding.location.line) == ("PRE-PRO-002", 9)
    assert finding.severity is Severity.ERROR
    assert finding.values == {"target": "Notice.docx", "near": "notice.docx"}


def test_a_picture_is_another_rule(repo: Repo) -> None:
    """A missing picture is reported by its own rule only."""
    repo.document("PRE-PRO-001", "![Logigramme](logigramme.png)")

    repo.assert_findings("dead-path")
