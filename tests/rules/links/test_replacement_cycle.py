"""LNK011: documents that replace each other in a circle."""

from smq.model import Severity
from tests.conftest import Repo


def test_each_member_of_a_circle(repo: Repo) -> None:
    """Every member is reported once, where it says what it replaces."""
    for code, other in (
        ("PRE-PRO-001", "PRE-PRO-002"),
        ("PRE-PRO-002", "PRE-PRO-003"),
        ("PRE-PRO-003", "PRE-PRO-001"),
    ):
        repo.write(
            f"documents/PRE/{code}-document.md",
            f"---\ncode: {code}\nremplace: [{other}]  # <- replacement-cycle\n---\n",
        )

    repo.assert_findings("replacement-cycle")
    findings = repo.findings("replacement-cycle")
    assert {f.severity for f in findings} == {Severity.ERROR}
    assert findings[0].values["chain"] == "PRE-PRO-001 → PRE-PRO-002 → PRE-PRO-003 → PRE-PRO-001"


def test_a_chain_is_no_circle(repo: Repo) -> None:
    """Three versions of a procedure that follow each other are in order."""
    repo.document("PRE-PRO-001", statut="retire")
    repo.document("PRE-PRO-002", remplace=["PRE-PRO-001"], statut="retire")
    repo.document("PRE-PRO-003", remplace=["PRE-PRO-002", "PRE-PRO-001"])

    repo.assert_findings("replacement-cycle")


def test_who_leads_into_a_circle_is_no_member(repo: Repo) -> None:
    """Only the two that replace each other are at fault, not a third that replaces one."""
    repo.document("PRE-PRO-001", remplace=["PRE-PRO-002"])
    repo.document("PRE-PRO-002", liens={"remplace": ["PRE-PRO-001"]})
    repo.document("PRE-PRO-003", remplace=["PRE-PRO-001"])

    assert [f.code for f in repo.findings("replacement-cycle")] == ["PRE-PRO-001", "PRE-PRO-002"]


def test_replacing_itself_is_another_rule(repo: Repo) -> None:
    """A document that names itself links to itself: one finding is enough."""
    repo.document("PRE-PRO-001", remplace=["PRE-PRO-001"])

    repo.assert_findings("replacement-cycle")
