"""Rule alias-in-use."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_old_code_of_another(repo: Repo) -> None:
    """An alias that another document carries is reported at the alias."""
    other = repo.document("PRE-PRO-004")
    repo.write(
        "documents/PRE/PRE-PRO-001-a.md",
        """
        ---
        code: PRE-PRO-001
        alias:
          - PRE-PRO-009
          - PRE-PRO-04  # <- alias-in-use
        ---
        """,
    )

    repo.assert_findings("alias-in-use")
    (finding,) = repo.findings("alias-in-use")
    assert finding.location.column == 5
    assert finding.severity is Severity.ERROR
    assert f"The old code PRE-PRO-04 is now the code of {other}." in shown(finding)


def test_free_code(repo: Repo) -> None:
    """An alias that nobody carries is silent."""
    repo.document("PRE-PRO-001", alias=["PRE-PRO-004"])

    assert not repo.findings("alias-in-use")


def test_own_code(repo: Repo) -> None:
    """Its own code as alias takes nothing from anyone; a text that is no code neither."""
    repo.document("PRE-PRO-001", alias=["PRE-PRO-001", "ancienne procédure"])

    assert not repo.findings("alias-in-use")
