"""`smq sync` cut off at any moment: the work of both is whole; the next command mends the rest.

A disk that fails once is a command that can still put things back; one that fails for ever, from
some moment on, is a process that was killed: nothing of ours runs after it.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from smq.cli.sync_writing import go_to, take_back
from smq.errors import SmqError
from smq.vcs import bringing
from smq.vcs.meeting import meet, shared_place
from tests.cli.colleagues import DEMANDES, ROWS, Team, team
from tests.cli.conftest import Git
from tests.cli.runner import Runner
from tests.conftest import Repo
from tests.faults import Disk


class DeadDisk(Disk):
    """A disk that refuses everything from some call on: what a killed process leaves."""

    def _count(self, name: str) -> None:
        self.calls.append(name)
        if len(self.calls) >= self.at:
            raise self.error()


@pytest.fixture
def both(repo: Repo, smq: Runner, git: Git, tmp_path: Path) -> Team:
    """Return two people who both wrote: one edited, added, removed and shared; the other saved."""
    made = team(repo, smq, git, tmp_path)
    hugo, ines = made.hugo, made.ines
    hugo.write(hugo.document("PRE-PRO-001"), "Rendre compte.", "Rendre.")
    (hugo.folder / hugo.document("PRE-MOP-001")).unlink()
    (hugo.folder / DEMANDES).write_bytes(f"{ROWS}DEM-2027-0003;2027-02-26;Élution\r\n".encode())
    hugo.does("new", "PRO", "--process", "PRE", "--title", "Doser")
    hugo.does("sync")
    ines.write(ines.document("PRE-PRO-001"), "Dire comment.", "Dire à qui.")
    ines.does("save")
    return made


def is_old_or_new(now: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]) -> bool:
    """Return whether each file is whole: the one before or the one after."""
    named = {path for path in (*old, *new, *now) if "/.smq-" not in path}
    return all(now.get(path) in (old.get(path), new.get(path)) for path in named)


@pytest.mark.parametrize("disk", [Disk, DeadDisk])
@pytest.mark.parametrize(
    "error", [lambda: OSError(28, os.strerror(28)), KeyboardInterrupt], ids=["full", "stopped"]
)
def test_at_every_write(both: Team, disk: type[Disk], error: Callable[[], BaseException]) -> None:
    """Whichever call fails, no file is half written; mended, the folder is at one version."""
    root, old, start = both.ines.folder, both.ines.files(), both.ines.head()
    place = shared_place(root)
    assert place is not None
    meeting = meet(root, place)
    after = str(meeting.theirs)
    both.ines.git(root, "read-tree", "-u", "--reset", after)
    new = both.ines.files()
    both.ines.git(root, "read-tree", "-u", "--reset", start)
    for at in count(1):
        failing = disk(at, error)
        with failing.failing(), suppress(SmqError, OSError, KeyboardInterrupt):
            go_to(root, meeting, after)
        cut_off = both.ines.files()
        take_back(root)
        for left in root.rglob(".smq-*"):
            left.unlink()
        mended = both.ines.files()
        assert is_old_or_new(cut_off, old, new), (at, failing.calls[-1:])
        assert mended == (old if both.ines.head() == start else new), (at, failing.calls[-1:])
        assert both.ines.clean, (at, failing.calls[-1:])
        if not failing.failed:
            assert both.ines.head() == after
            return
        both.ines.git(root, "reset", "--quiet", "--hard", start)


@pytest.mark.parametrize("step", ["update-ref", "read-tree", "push"])
def test_killed_between_two_steps_of_git(both: Team, step: str) -> None:
    """The branch moved or not, the index followed or not: nothing shows as changed afterwards."""
    wrapper = both.ines.folder.parent / "bin"
    wrapper.mkdir()
    git = next(
        Path(folder) / "git"
        for folder in os.environ["PATH"].split(os.pathsep)
        if (Path(folder) / "git").exists()
    )
    (wrapper / "git").write_text(
        f'#!/bin/sh\ncase " $* " in *" {step} "*) [ -n "$GIT_INDEX_FILE" ] ||'
        " { kill -9 $PPID; exit 1; };; esac\n"
        f'exec {git} "$@"\n',
        encoding="utf-8",
    )
    (wrapper / "git").chmod(0o755)
    killed = _in_a_process(both, f"{wrapper}{os.pathsep}{os.environ['PATH']}")
    assert killed == -9

    said = both.ines.does("sync")

    assert both.ines.clean
    assert "Dire à qui." in both.ines.read(both.ines.document("PRE-PRO-001"))
    assert "Rendre." in both.ines.read(both.ines.document("PRE-PRO-001"))
    assert ("is taken back first" in said.err) == (step == "update-ref")
    both.hugo.does("sync")
    assert both.hugo.files() == both.ines.files()


def test_what_a_person_wrote_since_the_cut_stays(both: Team) -> None:
    """A file written after a command was killed is not taken back with the rest."""
    root = both.ines.folder
    start = both.ines.head()
    both.ines.git(root, "fetch", "--quiet", "origin")
    theirs = both.ines.git(root, "rev-parse", "origin/main").strip()
    (root / ".git/smq-under-way").write_text(f"{start} {theirs}\n", encoding="ascii")
    both.ines.write(both.ines.document("PRE-PRO-001"), "Dire à qui.", "Dire à tous.")

    both.ines.does("save")

    assert "Dire à tous." in both.ines.read(both.ines.document("PRE-PRO-001"))
    assert not (root / ".git/smq-under-way").exists()
    assert bringing.left_over(root) is None


def _in_a_process(both: Team, path: str) -> int:
    done = subprocess.run(
        [sys.executable, "-m", "smq", "-C", str(both.ines.folder), "sync"],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    return done.returncode
