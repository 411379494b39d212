"""What waits because something that a document cites had a new version."""

from smq.model.task import TaskKind
from smq.todo import todo
from tests.conftest import Repo
from tests.versions import VERIFIED, approved


def test_a_document_to_confirm(repo: Repo) -> None:
    """Its author has it to do, with what changed and the command."""
    repo.document("PRE-FOR-001", **approved("2", "2027-02-01"))
    repo.document("PRE-PRO-001", "Remplir PRE-FOR-001.", **approved("1", VERIFIED))

    (task,) = [t for t in todo(repo.system(), {}) if t.kind is TaskKind.CONFIRM]

    assert (task.ref, task.person, task.command) == (
        "PRE-PRO-001",
        "P03",
        "smq confirm PRE-PRO-001",
    )
    assert task.values["targets"] == "PRE-FOR-001 (version 2)"
