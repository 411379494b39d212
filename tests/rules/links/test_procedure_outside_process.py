"""LNK009: a procedure that belongs to no process."""

from smq.model import Severity
from tests.conftest import Repo


def test_a_procedure_without_process(repo: Repo) -> None:
    """The empty field is reported on its line, a missing one at the top."""
    path = repo.write(
        "documents/PRE/PRE-PRO-001-document.md",
        """
        ---
        code: PRE-PRO-001
        type: PRO
        processus:  # <- procedure-outside-process
        ---
        """,
    )
    repo.assert_findings("procedure-outside-process")

    other = repo.document("PRE-MOP-001", processus=None)
    findings = repo.findings("procedure-outside-process")
    assert {f.severity for f in findings} == {Severity.WARNING}
    assert sorted(f.location.path for f in findings) == sorted([path, other])


def test_a_procedure_of_a_process_is_silent(repo: Repo) -> None:
    """So are a policy without process, and an unknown process, which another rule reports."""
    repo.document("PRE-PRO-001")
    repo.document("PRE-PRO-002", processus="ZZZ")
    repo.document("PIL-POL-001", processus=None)
    repo.document("PRE-PRO-003", processus=None, statut="retire")

    repo.assert_findings("procedure-outside-process")


def test_a_platform_without_processes_is_silent(repo: Repo) -> None:
    """Nothing is asked before processes are declared."""
    repo.settings({"processus": None, "codification": {"motif": "{type}-{numero:03}"}})
    repo.document("PRO-001", type="PRO", processus=None)

    repo.assert_findings("procedure-outside-process")


def test_a_foreign_tree_is_silent(repo: Repo) -> None:
    """Trees that smq did not make need not know processes."""
    repo.settings({"lecture": {"racines": ["documents"]}})
    repo.document("PRE-PRO-001", processus=None)

    repo.assert_findings("procedure-outside-process")
