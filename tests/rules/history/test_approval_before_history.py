"""GIT009: approvals that came with the first version of the platform."""

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.git import GitRepo
from tests.rules.history.world import PEOPLE, World, row

RULE = "approval-before-history"


@pytest.fixture
def imported(repo: Repo, git: GitRepo) -> World:
    """Return a platform that Inès put under git with two documents already approved."""
    repo.settings({"personnes": PEOPLE})
    world = World(repo, git)
    for code in ("PRE-PRO-001", "PRE-PRO-002"):
        world.document(row(date="2024-02-20"), code=code)
    world.record("ines")
    return world


def test_said_once(imported: World) -> None:
    """One note for all; neither their author nor their date is held against them."""
    (found,) = imported.found("GIT")

    assert (found.name, found.severity, found.values["count"]) == (RULE, Severity.NOTE, 2)


def test_what_came_later(imported: World) -> None:
    """A line that was added afterwards is confronted."""
    imported.document(row(date="2024-02-20"), row(version="2", date="2027-02-22"), version="2")
    imported.record("ines", "2027-02-22")

    assert sorted(imported.all()) == ["GIT001", "GIT009"]


def test_signatures_asked_for(imported: World) -> None:
    """Where signatures are asked for it is a warning, and they are missed all the same."""
    imported.repo.settings({"signatures": "exigees"})

    found = {finding.rule: finding.severity for finding in imported.found("GIT")}

    assert found["GIT009"] is Severity.WARNING
    assert found["GIT004"] is Severity.ERROR
