"""Records in git: who signs, and the first version of a platform."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from smq.vcs.folder import around, git_folder
from smq.vcs.repository import opened, told


@dataclass(frozen=True, slots=True)
class Identity:
    """Who signs commits."""

    name: str
    email: str


def identity(folder: Path | None) -> Identity | None:
    """Return the git identity that a commit in a folder would bear, None when it has none.

    Args:
        folder: in the repository of the commit, None for a repository still to be made, which has
            no identity of its own.

    Raises:
        SmqError: the program git is missing.
    """
    name, email = os.environ.get("GIT_AUTHOR_NAME"), os.environ.get("GIT_AUTHOR_EMAIL")
    if name and email:
        return Identity(name, email)
    with told():
        from git import Git

        git, nowhere = Git(), {"GIT_DIR": os.devnull}
        if folder:
            git, nowhere = Git(str(folder if folder.is_dir() else folder.parent)), {}
        name = git.config("--get", "user.name", with_exceptions=False, env=nowhere)
        email = git.config("--get", "user.email", with_exceptions=False, env=nowhere)
    return Identity(str(name), str(email)) if name and email else None


def begin(root: Path, *, shared: bool = False) -> None:
    """Make the folder a repository of its own, where nothing is recorded yet.

    A repository that lies around the folder is somebody else's history, unless it was asked for.

    Args:
        root: the platform's folder.
        shared: use the repository around the folder, when there is one.

    Raises:
        SmqError: git refuses.
    """
    if git_folder(root) is None or (around(root) is not None and not shared):
        _initialise(root)


def create(
    root: Path,
    message: str,
    paths: Sequence[str],
    *,
    who: Identity | None,
    shared: bool = False,
) -> bool:
    """Make the folder a repository of its own, as `begin` does, and commit new files of it.

    What lay there before is not recorded: it is for its owner to say what git may keep.

    Args:
        root: the platform's folder.
        message: of the commit.
        paths: new files, relative to the root; those that git ignores are left out.
        who: identity to set for this repository only, None to use git's own.
        shared: record in the repository around the folder, when there is one.

    Returns:
        Whether anything was recorded: git may ignore all of it.

    Raises:
        SmqError: git refuses.
    """
    begin(root, shared=shared)
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
            return False
        here.repo.git.add("--", *new)
        here.repo.git.commit("--quiet", "-m", message, "--", *new)
    return True


def _initialise(root: Path) -> None:
    with told():
        from git import Repo

        Repo.init(root, initial_branch="main").close()
