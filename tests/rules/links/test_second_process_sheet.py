"""Rule second-process-sheet."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown


def test_a_second_sheet_names_the_first(repo: Repo) -> None:
    """The later sheet is reported where it names its process."""
    repo.document("PRE-FIP-001")
    path = repo.document("PRE-FIP-002")

    (finding,) = repo.findings("second-process-sheet")

    assert (finding.location.path, finding.location.line) == (path, 6)
    assert finding.severity is Severity.WARNING
    assert shown(finding).startswith("The process PRE has a process sheet already: PRE-FIP-001.")
    assert "smq retire PRE-FIP-002" in shown(finding)


def test_one_living_sheet_a_process_is_silent(repo: Repo) -> None:
    """Another process, another type and a withdrawn sheet are no second sheet."""
    repo.document("PRE-FIP-001", statut="retire")
    repo.document("PRE-FIP-002")
    repo.document("MAD-FIP-001")
    repo.document("PRE-PRO-001")

    assert not repo.findings("second-process-sheet")


def test_a_copied_file_and_a_foreign_tree_are_silent(repo: Repo) -> None:
    """One code twice is said by its own rule; another tool's types are its own."""
    repo.document("PRE-FIP-001")
    repo.write("documents/PRE/copie.md", "---\ncode: PRE-FIP-001\ntype: FIP\nprocessus: PRE\n---\n")
    assert not repo.findings("second-process-sheet")

    repo.document("PRE-FIP-002")
    repo.settings({"lecture": {"racines": ["documents"]}})
    assert not repo.findings("second-process-sheet")
