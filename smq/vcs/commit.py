"""Records in git: who signs, and the first version of a platform."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smq.vcs.folder import git_folder
from smq.vcs.repository import opened, told


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signs commits."""

    name: str
    email: str


def identity(folder: Path) -> Identity | None:
    """Return the git identity that a commit in a folder would bear, None when it has none.

    Raises:
        SmqError: the program git is missing.
    """
    name, email = os.environ.get("GIT_AUTHOR_NAME"), os.environ.get("GIT_AUTHOR_EMAIL")
    if name and email:
        return Identity(name, email)
    with told():
        from git import Git

        git = Git(str(folder if folder.is_dir() else folder.parent))
        name = git.config("--get", "user.name", with_exceptions=False)
        email = git.config("--get", "user.email", with_exceptions=False)
    return Identity(str(name), str(email)) if name and email else None


def create(root: Path, message: str, paths: Sequence[str], *, who: Identity | None) -> None:
    """Make the folder a repository when it lies in none, and commit new files of it.

    What lay there before is not recorded: it is for its owner to say what git may keep.

    Args:
        root: the platform's folder.
        message: of the commit.
        paths: new files, relative to the root; those that git ignores are left out.
        who: identity to set for this repository only, None to use git's own.

    Raises:
        SmqError: git refuses.
    """
    if git_folder(root) is None:
        _initialise(root)
    with opened(root) as here:
        if who:
            with here.repo.config_writer() as config:
                config.set_value("user", "name", who.name)
                config.set_value("user", "email", who.email)
        asked = [str(root / path) for path in paths]
        listed = here.repo.git.ls_files("--others", "--exclude-standard", "-z", "--", *asked)
        top = Path(str(here.repo.working_tree_dir))
        new = [str(top / name) for name in listed.split("\0") if name]
        if not new:
            # Without a path git would record whatever its owner has prepared.
            return
        here.repo.git.add("--", *new)
        here.repo.git.commit("--quiet", "-m", message, "--", *new)


def _initialise(root: Path) -> None:
    with told():
        from git import Repo

        Repo.init(root, initial_branch="main").close()
