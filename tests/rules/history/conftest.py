"""Fixtures of the rules on history."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Repo
from tests.git import GitRepo
from tests.rules.history.world import PEOPLE, World


@pytest.fixture
def world(repo: Repo, git: GitRepo) -> World:
    """Return a platform whose first version, without a document, Claire recorded."""
    repo.settings({"personnes": PEOPLE})
    made = World(repo, git)
    made.record("claire", "2027-01-04")
    return made


@pytest.fixture
def signing(world: World, tmp_path_factory: pytest.TempPathFactory) -> World:
    """Return that platform; it asks for signatures and names the keys of Hugo and Inès."""
    if shutil.which("ssh-keygen") is None:
        pytest.skip("ssh-keygen is not installed")
    folder = tmp_path_factory.mktemp("keys")
    for who in ("hugo", "ines", "autre"):
        world.keys[who] = _key(folder / who)
    world.repo.settings({"signatures": "exigees"})
    world.name_signers("hugo", "ines")
    world.record("claire", "2027-01-05")
    return world


def _key(file: Path) -> Path:
    words = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(file)]
    subprocess.run(words, check=True, capture_output=True)
    return file
