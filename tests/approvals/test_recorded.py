"""Approvals given in git are looked up in one pass, kept, and only where there are some."""

import os
import subprocess
import sys
from collections.abc import Mapping

import pytest

from smq.vcs.passages import Brought, Passages, brought
from smq.vcs.repository import Repository
from tests.rules.history.conftest import world as made
from tests.rules.history.world import World, row

world = made


def test_kept_between_commands(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """History is read once; a new version, another line or a damaged file read it again."""
    world.document(row())
    world.record("hugo")
    passes: list[int] = []

    def spy(
        here: Repository, wanted: Mapping[str, Passages], beginning: str
    ) -> dict[str, dict[int, Brought | None]]:
        passes.append(1)
        return brought(here, wanted, beginning)

    monkeypatch.setattr("smq.approvals.recorded.brought", spy)
    first, second = world.system(), world.system()
    assert first.history == second.history
    assert first.history.recordings
    assert len(passes) == 1
    assert world.git.run("status", "--porcelain") == ""

    world.document(row(), row(role="verificateur"))
    assert list(world.all()) == ["GIT002"]
    assert len(passes) == 2
    world.record("ines", "2027-02-21")
    assert list(world.all()) == ["GIT001"]
    assert len(passes) == 3
    for content in (b"", b"[]", b"{", b'{"key": "autre", "found": []}'):
        (world.repo.root / ".smq/approvals.json").write_bytes(content)
        assert list(world.all()) == ["GIT001"]
    assert len(passes) == 7


def test_a_verdict_that_comes_with_the_repository(world: World) -> None:
    """What was kept for another version says nothing of this one, even when it is recorded."""
    world.document(row())
    world.record("hugo")
    world.all()
    kept = (world.repo.root / ".smq/approvals.json").read_bytes()
    world.document(row(date="2027-02-21"))
    world.record("ines", "2027-02-21")
    (world.repo.root / ".smq/approvals.json").write_bytes(kept)
    world.run("add", "--force", ".smq/approvals.json")
    world.record("ines", "2027-02-22")

    assert list(world.all()) == ["GIT001"]


def test_a_map_of_names_changes_nobody(world: World) -> None:
    """`.mailmap` shows people under other addresses; who recorded a line stays who it was."""
    world.document(row())
    world.repo.write(".mailmap", "Hugo Marchal <hugo@example.org> <ines@example.org>\n")
    world.record("ines")

    assert list(world.all()) == ["GIT001"]


def test_settings_of_a_user(world: World) -> None:
    """Whatever a user asks of git for themselves, history is read the same."""
    world.document(row())
    world.record("ines")
    for key, value in (
        ("log.showSignature", "true"),
        ("format.pretty", "oneline"),
        ("diff.renames", "copies"),
        ("core.quotePath", "true"),
        ("log.diffMerges", "separate"),
        ("color.ui", "always"),
        ("log.date", "relative"),
    ):
        world.run("config", key, value)

    assert list(world.all()) == ["GIT001"]


def test_a_copied_line(world: World) -> None:
    """A line copied from another document binds another content: LIF016 finds it."""
    first = world.document()
    world.record("ines", "2027-02-18")
    world.document(row(empreinte=fingerprint_of(world, first)), code="PRE-PRO-001")
    world.record("hugo")
    world.document(row(empreinte=fingerprint_of(world, first)), code="PRE-PRO-002")
    world.record("ines", "2027-02-21")

    found = {(f.rule, f.code) for rule in ("LIF016", "GIT") for f in world.found(rule)}

    assert found == {("LIF016", "PRE-PRO-002"), ("GIT001", "PRE-PRO-002")}


def fingerprint_of(world: World, path: str) -> str | None:
    """Return the fingerprint of what a document says as version 1."""
    from functools import partial

    from smq import files
    from smq.approvals import fingerprint
    from smq.links import index

    system = world.repo.system()
    (document,) = (d for d in system.documents if d.path == path)
    read = partial(files.read, world.repo.root)
    return fingerprint(document, read(path) or b"", "1", index(system), read)


@pytest.mark.parametrize(("mode", "started"), [("papier", False), ("git", True)])
def test_git_is_started_where_it_is_needed(world: World, mode: str, started: bool) -> None:
    """`check` of a platform whose visas were all given outside git does not load GitPython."""
    world.document(row(mode=mode, empreinte=None))
    world.record("hugo")
    program = (
        "import sys\nfrom smq.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print('git' in sys.modules, file=sys.stderr)\n"
    )
    words = ["-C", str(world.repo.root), "--date", "2027-03-01", "check"]

    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stderr.split()[-1] == str(started)
