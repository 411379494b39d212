"""LNK007: a document that nobody cites."""

import pytest

from smq.model import Severity
from tests.conftest import Repo


def test_a_document_that_nobody_cites(repo: Repo) -> None:
    """It is a note at its code."""
    path = repo.document("PRE-MOP-007")

    (finding,) = repo.findings("orphan")

    assert finding.severity is Severity.NOTE
    assert (finding.location.path, finding.location.line) == (path, 3)
    assert finding.values == {"document": "PRE-MOP-007"}


def test_a_cited_document_is_silent(repo: Repo) -> None:
    """A mention, a declared link or a relative link is enough."""
    repo.document("PRE-MOP-001")
    repo.document("PRE-MOP-002")
    repo.document("PRE-MOP-003")
    repo.document(
        "PIL-MAN-001",
        "PRE-MOP-001, [réglage](../PRE/PRE-MOP-003-document.md)",
        liens=["PRE-MOP-002"],
    )

    repo.assert_findings("orphan")


def test_where_reading_starts(repo: Repo) -> None:
    """Manual, policy, process sheet, external document and generated list need no citation."""
    repo.document("PIL-MAN-001")
    repo.document("PIL-POL-001")
    repo.document("PRE-FIP-001")
    repo.document("DOC-EXT-001")
    repo.document("DOC-LIS-001", genere=True)
    repo.document("PRE-MOP-001", statut="retire")

    repo.assert_findings("orphan")


def test_belonging_to_a_process_is_no_citation(repo: Repo) -> None:
    """The sheet of its process does not cite a document, nor does the document itself."""
    repo.document("PRE-FIP-001")
    repo.document("PRE-MOP-001", "PRE-MOP-001 et [[PRE-MOP-001]]")

    assert [f.code for f in repo.findings("orphan")] == ["PRE-MOP-001"]


def test_a_sheet_of_no_declared_process(repo: Repo) -> None:
    """A process sheet counts as a start only for a process of the settings."""
    repo.document("PRE-FIP-001", processus="ZZZ")

    assert [f.code for f in repo.findings("orphan")] == ["PRE-FIP-001"]


def test_an_unused_form_is_said_once(repo: Repo) -> None:
    """The rule on forms says it more precisely."""
    repo.document("PRE-FOR-001")
    repo.document("PRE-REG-001")

    names = [f.name for f in repo.findings("LNK")]

    assert names == ["form-without-procedure", "register-without-source"]


@pytest.mark.parametrize("code", ["PRE-MOP-001", "PRE-FOR-001", "PRE-REG-001"])
def test_a_header_that_cannot_be_read_is_said_alone(repo: Repo, code: str) -> None:
    """Who cites the document is not the question while its header is to be mended."""
    repo.write(f"documents/PRE/{code}-a.md", f"---\ncode: {code}\ntitre: A : b\n---\n")

    assert [f.rule for f in repo.findings("SYN")] == ["SYN001"]
    assert not repo.findings("LNK")


def test_two_documents_of_one_code_are_no_orphans(repo: Repo) -> None:
    """Which of them is cited is not known before one of them has another code."""
    repo.document("PRE-MOP-001")
    repo.document("PRE-PRO-001", "Voir PRE-MOP-001.")
    repo.write("documents/PRE/copie.md", "---\ncode: PRE-MOP-001\ntype: MOP\ntitre: Copie\n---\n")

    assert [f.code for f in repo.findings("orphan")] == ["PRE-PRO-001"]
