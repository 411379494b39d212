"""LNK012: a link by a former code."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_former_code_is_cited(repo: Repo) -> None:
    """The present code is given, at each place, as a note."""
    repo.document("PRE-FOR-002", alias=["PRE-FOR-001"])
    repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        liens: [PRE-FOR-001]  # <- alias-cited
        ---
        Remplir PRE-FOR-001. <!-- <- alias-cited -->
        """,
    )

    repo.assert_findings("alias-cited")
    findings = repo.findings("alias-cited")
    assert {f.severity for f in findings} == {Severity.NOTE}
    assert findings[1].location.column == 9
    assert findings[1].values == {"former": "PRE-FOR-001", "present": "PRE-FOR-002"}


def test_the_present_code_is_silent(repo: Repo) -> None:
    """Today's code is right, whatever its width; a title is no code."""
    repo.document("PRE-FOR-002", alias=["PRE-FOR-001"])
    repo.document("PRE-PRO-001", "PRE-FOR-002, PRE-FOR-02, [[Titre de PRE-FOR-002]]")

    repo.assert_findings("alias-cited")


def test_its_own_former_code_is_silent(repo: Repo) -> None:
    """A document may tell its own history; a withdrawn one keeps what it said."""
    repo.document("PRE-FOR-002", "Ancien code : PRE-FOR-001.", alias=["PRE-FOR-001"])
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.", statut="retire")

    repo.assert_findings("alias-cited")
