"""The version that a work tree stands on, and where a past content was last held."""

from datetime import date

import pytest

from smq.errors import SmqError
from smq.vcs.snapshot import knows, last_held, snapshot
from tests.conftest import Repo
from tests.git import GitRepo


def test_nothing_changed(repo: Repo, git: GitRepo) -> None:
    """The name of the commit and its day."""
    commit = git.commit()
    found = snapshot(repo.root)

    assert (found.commit, found.day, found.changes) == (commit, date(2027, 3, 1), ())
    assert knows(repo.root, commit)
    assert not knows(repo.root, "0" * 40)


def test_changes_are_named(repo: Repo, git: GitRepo) -> None:
    """A file changed, one new, one gone; names with accents and spaces as they are."""
    repo.write("documents/à lire.md", "un\n")
    repo.write("documents/b.md", "un\n")
    git.commit()
    repo.write("documents/à lire.md", "deux\n")
    (repo.root / "documents/b.md").unlink()
    repo.write("registres/neuf.csv", "id\n")

    assert snapshot(repo.root).changes == (
        *("documents/b.md", "documents/à lire.md", "registres/neuf.csv"),
    )


def test_a_platform_below_the_top(repo: Repo, git: GitRepo) -> None:
    """What changes beside the platform's folder is no change of it."""
    repo.write("plateforme/smq.yaml", "smq: 1\n")
    git.commit()
    repo.write("plateforme/a.md", "a\n")
    repo.write("ailleurs.md", "a\n")

    assert snapshot(repo.root / "plateforme").changes == ("a.md",)


def test_nothing_was_recorded(repo: Repo, git: GitRepo) -> None:
    """There is no version to speak of."""
    with pytest.raises(SmqError, match="Nothing was recorded"):
        snapshot(repo.root)


def test_where_a_content_was_last_held(repo: Repo, git: GitRepo) -> None:
    """The last version before it changed, under the name that it had there."""
    repo.write("plateforme/ancien.md", "le texte\n")
    git.commit()
    repo.write("plateforme/autre.md", "à côté\n")
    last = git.commit()
    git.run("mv", "plateforme/ancien.md", "plateforme/nouveau.md")
    repo.write("plateforme/nouveau.md", "un autre texte\n")
    git.commit()
    root = repo.root / "plateforme"

    assert last_held(root, b"le texte\n", "HEAD") == (last, "ancien.md")
    assert last_held(root, b"un autre texte\n", "HEAD") == (
        git.run("rev-parse", "HEAD"),
        "nouveau.md",
    )
    assert last_held(root, b"jamais\n", "HEAD") is None
