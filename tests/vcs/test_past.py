"""The folder of a platform as it was: its files, and nothing that lies elsewhere."""

import sys
from pathlib import Path

import pytest

from smq.vcs.past import folder_at
from tests.conftest import Repo
from tests.git import GitRepo

HERE = "documents/PRE/PRE-PRO-001-demande à traiter.md"


def test_the_files_are_as_they_were(repo: Repo, git: GitRepo) -> None:
    """What came since is not there; names with accents and spaces are."""
    repo.write(HERE, "un\n")
    before = git.commit()
    repo.write(HERE, "deux\n")
    repo.write("registres/usagers.csv", "id\n")
    git.commit()

    with folder_at(repo.root, before) as folder:
        assert (folder / HERE).read_text(encoding="utf-8") == "un\n"
        assert not (folder / "registres").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_is_left_out(repo: Repo, git: GitRepo, tmp_path: Path) -> None:
    """Nothing is read or written through a link that somebody recorded."""
    outside = tmp_path / "ailleurs.txt"
    outside.write_text("secret\n", encoding="utf-8")
    repo.write(HERE, "un\n")
    (repo.root / "documents/PRE/lien.md").symlink_to(outside)
    (repo.root / "documents/dossier").symlink_to(tmp_path)
    commit = git.commit()

    with folder_at(repo.root, commit) as folder:
        names = sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*.md"))

    assert names == [HERE]


def test_the_folder_is_gone_afterwards(repo: Repo, git: GitRepo) -> None:
    """A past version leaves nothing on the disk."""
    repo.write(HERE, "un\n")

    with folder_at(repo.root, git.commit()) as folder:
        assert folder.is_dir()

    assert not folder.exists()
