"""GIT010: people who approve in git under an address that nobody wrote down."""

import pytest

from smq.model import Severity
from tests.conftest import SETTINGS, Repo
from tests.git import GitRepo
from tests.rules.history.world import PEOPLE, World, row
from tests.rules.sentences import place, shown

RULE = "address-unknown"


def test_one_person(world: World) -> None:
    """One note names those whose address is missing; who recorded the line is not guessed."""
    hugo = {**PEOPLE["P02"], "git": []}
    world.repo.settings({"personnes": {**PEOPLE, "P02": hugo}})
    world.document(row())
    world.record("hugo")

    (found,) = world.found("GIT")

    assert (found.name, found.severity, place(found)[0]) == (RULE, Severity.NOTE, "smq.yaml")
    assert shown(found).startswith("Hugo Marchal: smq.yaml does not say")


def test_another_is_known(world: World) -> None:
    """Somebody else's address is enough to know that it was not this person."""
    hugo = {**PEOPLE["P02"], "git": []}
    world.repo.settings({"personnes": {**PEOPLE, "P02": hugo}})
    world.document(row())
    world.record("ines")

    assert list(world.all()) == ["GIT001"]


def test_nobody_has_an_address(repo: Repo, git: GitRepo, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any address there is nothing to confront: git is not even started."""
    repo.settings({"personnes": SETTINGS["personnes"]})
    world = World(repo, git)
    world.document(row())
    world.record("hugo")
    monkeypatch.setenv("PATH", "")

    assert [f.name for f in world.found("GIT")] == [RULE]


def test_without_history(repo: Repo) -> None:
    """A folder outside git is another note, and no approval is confronted."""
    repo.settings({"personnes": PEOPLE})
    world = World(repo, GitRepo(repo.root))
    world.document(row())

    assert world.all() == {}
