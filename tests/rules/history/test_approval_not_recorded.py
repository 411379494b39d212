"""GIT002: approvals that only stand in the folder."""

from smq.model import Severity
from tests.conftest import Repo
from tests.git import GitRepo
from tests.rules.history.world import PEOPLE, World, row
from tests.rules.sentences import shown

RULE = "approval-not-recorded"


def test_a_line_of_today(world: World) -> None:
    """A visa given and not saved is a note, and nothing else."""
    world.document()
    world.record("ines", "2027-02-18")
    world.document(row())

    (found,) = world.found("GIT")

    assert (found.name, found.severity) == (RULE, Severity.NOTE)
    assert shown(found) == (
        "The approval of version «1» by Hugo Marchal is not recorded yet."
        " Hugo Marchal records it, at their own keyboard: smq save"
    )


def test_a_new_document(world: World) -> None:
    """A file that git does not know yet holds nothing recorded."""
    world.document(row())

    assert [f.name for f in world.found("GIT")] == [RULE]


def test_an_empty_history(repo: Repo, git: GitRepo) -> None:
    """Before the first version everything is still to be recorded."""
    repo.settings({"personnes": PEOPLE})
    world = World(repo, git)
    world.document(row())

    assert [f.name for f in world.found("GIT")] == [RULE]


def test_what_else_changed(world: World) -> None:
    """A recorded line stays so while the text is edited or the file is prepared."""
    world.document(row())
    world.record("hugo")
    world.document(row(), body="Un autre texte.")
    world.run("add", "--all")

    assert world.all() == {}
