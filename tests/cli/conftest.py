"""Fixtures of the command line: a runner, and a platform that `smq init` made."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from smq.cli import main
from tests.cli.life import Life, platform
from tests.cli.runner import Runner, environment
from tests.conftest import Repo

Git = Callable[..., str]


@pytest.fixture
def smq(
    tmp_path: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Runner:
    """Return a function that runs `smq` in an empty folder, in English, on 2027-03-01."""
    _isolate(monkeypatch, tmp_path_factory.mktemp("home"))
    monkeypatch.chdir(tmp_path)
    return Runner(monkeypatch, capsys)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a platform that `smq init --yes` made once for all tests: copy it."""
    with pytest.MonkeyPatch.context() as patch:
        _isolate(patch, tmp_path_factory.mktemp("home"))
        folder = tmp_path_factory.mktemp("once") / "demo"
        with pytest.raises(SystemExit):
            main(["init", str(folder), "--yes"])
    return folder


@pytest.fixture
def demo(made_once: Path, tmp_path: Path) -> Path:
    """Return a fresh copy of that platform, in the folder where `smq` runs."""
    return Path(shutil.copytree(made_once, tmp_path / "demo"))


@pytest.fixture
def git(smq: Runner) -> Git:
    """Return a function that runs git in a folder, in the environment of `smq`."""

    def run(folder: Path, *words: str) -> str:
        return subprocess.run(
            ["git", *words],
            cwd=folder,
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        ).stdout

    return run


@pytest.fixture
def life(repo: Repo, smq: Runner, git: Git, tmp_path_factory: pytest.TempPathFactory) -> Life:
    """Return a platform with two drafts, recorded in git, and its terminal."""
    platform(repo)
    git(repo.root, "init", "--quiet", "--initial-branch", "main")
    made = Life(repo, smq, git, tmp_path_factory.mktemp("bureau"))
    made.record()
    return made


def _isolate(patch: pytest.MonkeyPatch, home: Path) -> None:
    for name in list(os.environ):
        if name.startswith(("GIT_", "SMQ_", "LC_")) or name in ("LANG", "EMAIL"):
            patch.delenv(name)
    for name, value in environment(home).items():
        patch.setenv(name, value)
