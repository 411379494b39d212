"""A platform that lies in a folder of a larger repository."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import Repo


def moved_below(repo: Repo, top: Path, patch: pytest.MonkeyPatch) -> Repo:
    """Return a copy of a platform in a folder below a top of its own; the terminal goes there.

    The folder above a test’s own is shared with other tests: it must not become a repository.
    """
    root = Path(shutil.copytree(repo.root, top / "plateforme"))
    patch.chdir(root)
    return Repo(root, repo.values)
