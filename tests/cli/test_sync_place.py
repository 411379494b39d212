"""`smq sync`: naming the shared place, and what is said when it does not answer."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cli.colleagues import Team, team
from tests.cli.conftest import Git
from tests.cli.runner import Runner
from tests.conftest import Repo


@pytest.fixture
def both(repo: Repo, smq: Runner, git: Git, tmp_path: Path) -> Team:
    """Return two people who share a platform."""
    return team(repo, smq, git, tmp_path)


def refused(both: Team, *words: str) -> str:
    """Return what `sync` says; it stops, and the folder stays as it was."""
    before = both.ines.files()
    said = both.ines.run("sync", *words)
    assert (said.code, both.ines.files()) == (2, before), said.both
    assert "git refuses" not in said.err
    return said.err


def test_no_place_yet(both: Team) -> None:
    """The words to type are told."""
    both.ines.git(both.ines.folder, "remote", "remove", "origin")

    assert "smq sync --with FOLDER_OR_ADDRESS" in refused(both)


def test_no_history_yet(repo: Repo, smq: Runner) -> None:
    """A folder that keeps no version has nothing to share."""
    said = smq("-C", str(repo.root), "sync")

    assert (said.code, "smq save" in said.err) == (2, True)


def test_a_folder_with_other_files(both: Team, tmp_path: Path) -> None:
    """A shared place is never made among somebody's files."""
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/a.jpg").write_bytes(b"x")

    assert "holds other files" in refused(both, "--with", str(tmp_path / "photos"))
    assert [f.name for f in (tmp_path / "photos").iterdir()] == ["a.jpg"]


def test_a_drive_that_is_not_there(both: Team, tmp_path: Path) -> None:
    """The place cannot be reached: the work stays recorded here."""
    shutil.move(both.shared, tmp_path / "ailleurs")
    both.ines.does("save")

    assert f"There is no shared place at {both.shared}" in refused(both)
    assert "There is no shared place at" in refused(both, "--with", str(tmp_path / "x/y"))


def test_an_address_that_does_not_answer(both: Team) -> None:
    """Without a network nothing is lost, and it is said."""
    said = refused(both, "--with", "http://127.0.0.1:9/platform.git")

    assert "does not answer: is this computer connected?" in said


def test_a_place_that_does_not_take(both: Team) -> None:
    """A rule of the server is told apart from a lack of rights."""
    hook = both.shared / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    both.ines.write("smq.yaml", "Plateforme de", "La plateforme de")

    said = both.ines.run("sync")

    assert said.code == 2
    assert "a rule there forbids it" in said.err
    assert both.ines.clean


def test_a_place_with_another_history(both: Team, tmp_path: Path) -> None:
    """Two platforms that have nothing in common are not thrown together."""
    other = tmp_path / "autre"
    subprocess.run(
        f"mkdir {other} && cd {other} && git init -q -b main && git commit -q --allow-empty -m x"
        f" && git clone -q --bare . {tmp_path / 'nu'}",
        shell=True,
        check=True,
    )

    assert "is another history" in refused(both, "--with", str(tmp_path / "nu"))


def test_a_colleague_who_is_faster(both: Team) -> None:
    """What somebody shares while we send is brought in, and ours is sent after it."""
    both.hugo.write(both.hugo.document("PRE-PRO-001"), "Rendre compte.", "Rendre.")
    both.hugo.does("save")
    hook = both.ines.folder / ".git/hooks/pre-push"
    hook.write_text(
        f"#!/bin/sh\nrm .git/hooks/pre-push\ncd {both.hugo.folder} && env -u GIT_DIR git push -q\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
    both.ines.write(both.ines.document("PRE-MOP-001"), "Dire comment.", "Dire à qui.")

    said = both.ines.does("sync")

    assert "PRE-PRO-001 Peser: changed (Hugo Marchal)" in said.out
    assert both.ines.git(both.ines.folder, "status", "-sb").startswith("## main...origin/main\n")


def test_a_copy_that_is_not_whole(both: Team, tmp_path: Path) -> None:
    """Its history is completed, since both works must be compared with what they grew from."""
    shallow = tmp_path / "court"
    both.hugo.write(both.hugo.document("PRE-PRO-001"), "Rendre compte.", "Rendre.")
    both.hugo.does("sync")
    both.ines.git(tmp_path, "clone", "-q", "--depth=1", f"file://{both.shared}", str(shallow))
    both.hugo.write(both.hugo.document("PRE-PRO-001"), "Dire comment.", "Dire à qui.")
    both.hugo.does("sync")
    zoe = replace(both.ines, name="Zoé Petit", folder=shallow)
    zoe.write(zoe.document("PRE-MOP-001"), "Rendre compte.", "Rendre.")

    zoe.does("sync")

    assert "Dire à qui." in zoe.read(zoe.document("PRE-PRO-001"))
    assert not (shallow / ".git/shallow").exists()


def test_into_a_folder_that_holds_files(both: Team) -> None:
    """A first copy overwrites nothing."""
    said = both.ines.smq("sync", "--with", str(both.shared), "--into", str(both.hugo.folder))

    assert (said.code, "holds files already" in said.err) == (2, True)
