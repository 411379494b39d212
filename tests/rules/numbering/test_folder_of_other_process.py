"""Rule folder-of-other-process."""

from smq.model import Severity
from tests.conftest import Repo
from tests.rules.sentences import shown

HEADER = "---\ncode: PRE-PRO-001\ntype: PRO\ntitre: T\nprocessus: PRE\n---\n"


def test_a_document_in_the_folder_of_another_process(repo: Repo) -> None:
    """The two processes and the right folder are named."""
    path = repo.write("documents/MAD/PRE-PRO-001-t.md", HEADER)

    (finding,) = repo.findings("folder-of-other-process")

    assert (finding.location.path, finding.location.line) == (path, 5)
    assert finding.severity is Severity.NOTE
    assert shown(finding) == (
        "This document of the process PRE lies in the folder of MAD."
        " Move the file to documents/PRE, or correct «processus» in its header."
    )


def test_its_own_folder_and_folders_of_no_process_are_silent(repo: Repo) -> None:
    """Only the name of a declared process says where a document belongs."""
    repo.write("documents/PRE/laser/PRE-PRO-001-t.md", HEADER)
    repo.write("documents/PRE-PRO-001-t.md", HEADER)
    repo.write("documents/archives/PRE-PRO-001-t.md", HEADER)
    repo.document("MAD-PRO-001", processus="XXX")

    assert not repo.findings("folder-of-other-process")


def test_a_foreign_tree_is_silent(repo: Repo) -> None:
    """Another tool's folders are its own."""
    repo.write("documents/MAD/PRE-PRO-001-t.md", HEADER)
    repo.settings({"lecture": {"racines": ["documents"]}})

    assert not repo.findings("folder-of-other-process")
