"""GIT008: approvals that lie before the cut of a shallow clone."""

from pathlib import Path

import pytest

from smq.model import Severity
from tests.conftest import Repo
from tests.git import GitRepo
from tests.rules.history.world import World, row
from tests.rules.sentences import shown

RULE = "history-cut-short"


@pytest.fixture
def clone(world: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return a clone of the last two versions of a platform with approvals of three times."""
    for code in ("PRE-PRO-001", "PRE-PRO-002"):
        world.document(row(), code=code)
        world.record("hugo")
    world.document(code="PRE-PRO-004")
    world.record("claire", "2027-02-21")
    world.document(row(date="2027-02-22"), code="PRE-PRO-003")
    world.record("ines", "2027-02-22")
    folder: Path = tmp_path_factory.mktemp("clone") / "copie"
    world.run("clone", "--quiet", "--depth=2", f"file://{world.repo.root}", str(folder))
    return World(Repo(folder), GitRepo(folder))


def test_said_once(clone: World) -> None:
    """What lies before the cut is told once, with its number; what comes after is confronted."""
    found = {finding.rule: finding for finding in clone.found("GIT")}

    assert sorted(found) == ["GIT001", "GIT008"]
    assert found["GIT001"].code == "PRE-PRO-003"
    assert found["GIT008"].severity is Severity.WARNING
    assert found["GIT008"].values["count"] == 2


def test_a_whole_clone(clone: World) -> None:
    """Once the rest is fetched, everything is confronted."""
    clone.run("fetch", "--quiet", "--unshallow")

    assert list(clone.all()) == ["GIT001"]
    assert "Inès Vautrin" in shown(clone.found("GIT001")[0])
