"""A file as the last recorded version holds it."""

from smq.vcs import content_before
from tests.conftest import Repo
from tests.git import GitRepo


def test_the_last_recorded_version(repo: Repo, git: GitRepo) -> None:
    """What was committed, whatever stands in the folder now; nothing for a new file."""
    repo.write("registres/usagers.csv", "id\nU001\n")
    git.commit("un")
    repo.write("registres/usagers.csv", "id\nU001\nU002\n")
    repo.write("registres/demandes.csv", "id\n")

    assert content_before(repo.root, "registres/usagers.csv") == b"id\nU001\n"
    assert content_before(repo.root, "registres/demandes.csv") is None


def test_without_history(repo: Repo, git: GitRepo) -> None:
    """A repository without a commit holds nothing."""
    repo.write("registres/usagers.csv", "id\nU001\n")

    assert content_before(repo.root, "registres/usagers.csv") is None


def test_without_git(repo: Repo) -> None:
    """A folder that is in no repository has no recorded version."""
    repo.write("registres/usagers.csv", "id\nU001\n")

    assert content_before(repo.root, "registres/usagers.csv") is None
