"""The place where colleagues share a platform: named once, fetched from, sent to."""

import contextlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.feeding import fed
from smq.vcs.folder import is_shallow
from smq.vcs.refusals import refusal
from smq.vcs.repository import Repository, opened, told
from smq.vcs.standing import branch

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+://|[^/\\]{2,}:(?!\\)", re.IGNORECASE)
_NAME = "origin"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line of work is shared.

    Attributes:
        remote: name that git has for the place.
        branch: name of the line of work there.
        shown: the place as a person named it.
    """

    remote: str
    branch: str
    shown: str


def place_of(here: Repository) -> Place | None:
    """Return where the line of work is shared, None when no place was named yet."""
    name = branch(here)
    names = [remote.name for remote in here.repo.remotes]
    config = here.repo.git.config
    remote = config("--get", "--default=", f"branch.{name}.remote")
    there = config("--get", "--default=", f"branch.{name}.merge").removeprefix("refs/heads/")
    if remote not in names:
        remote = _NAME if _NAME in names else names[0] if len(names) == 1 else ""
    if not remote:
        return None
    shown = here.repo.git.remote("get-url", remote)
    return Place(remote, there or name, re.sub(r"//[^/@]*@", "//", shown))


def has_place(root: Path) -> bool:
    """Return whether a platform is shared somewhere."""
    with opened(root) as here:
        return place_of(here) is not None


def name_place(root: Path, typed: str, start: Path) -> bool:
    """Name the place where a platform is shared; an empty folder becomes one.

    Args:
        root: folder of `smq.yaml`, in a repository.
        typed: a folder, or an address that git understands.
        start: folder that a folder is looked for from.

    Returns:
        Whether the place was made.

    Raises:
        SmqError: the folder holds something else, or the place does not answer.
    """
    address = bool(_ADDRESS.match(typed))
    place = typed if address else str((start / Path(typed).expanduser()).resolve())
    with opened(root) as here:
        made = not address and _made(here, Path(place))
        with _refused(place):
            fed(here, "ls-remote", "--quiet", place, environment=_silent())
        if _NAME in [remote.name for remote in here.repo.remotes]:
            here.repo.git.remote("set-url", _NAME, place)
        else:
            here.repo.git.remote("add", _NAME, place)
        name = branch(here)
        here.repo.git.config(f"branch.{name}.remote", _NAME)
        here.repo.git.config(f"branch.{name}.merge", f"refs/heads/{name}")
    return made


def copy_of(place: str, start: Path, folder: Path) -> None:
    """Make a folder a copy of what is shared, with its whole history.

    Args:
        place: a folder, or an address that git understands.
        start: folder that a folder is looked for from.
        folder: new or empty.

    Raises:
        SmqError: the folder holds something, or the place shares nothing or does not answer.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SmqError(
            _("{folder} holds files already: a copy goes into a new folder."),
            _("Name a folder that does not exist yet."),
            folder=str(folder),
        )
    with told(), _refused(place):
        from git import Git

        where = (
            place if _ADDRESS.match(place) else str((start / Path(place).expanduser()).resolve())
        )
        if not Git().ls_remote("--heads", where, env=_silent()):
            raise SmqError(
                _("Nothing is shared at {place} yet."),
                _("Whoever has the platform shares it first: smq sync --with {place}"),
                place=place,
            )
        Git().clone("--quiet", where, str(folder), env=_silent())


def fetch(here: Repository, place: Place) -> str | None:
    """Learn what colleagues shared; return the commit they are at, None when there is none yet.

    A copy that is not whole is completed: what both sides grew from must be known.

    Raises:
        SmqError: the place does not answer.
    """
    whole = ["--unshallow"] if is_shallow(Path(str(here.repo.working_tree_dir))) else []
    with _refused(place.shown):
        fed(here, "fetch", "--quiet", *whole, place.remote, environment=_silent())
        line = f"refs/heads/{place.branch}"
        listed = str(here.repo.git.ls_remote("--heads", place.remote, line))
        if not listed:
            return None
        tip = listed.split("\t", maxsplit=1)[0]
        if here.commit(tip) is None:
            # A copy of another line alone does not follow this one.
            tracked = f"+{line}:refs/remotes/{place.remote}/{place.branch}"
            fed(here, "fetch", "--quiet", place.remote, tracked, environment=_silent())
    return tip


def send(here: Repository, place: Place) -> None:
    """Send the line of work to the place where it is shared.

    Raises:
        SmqError: the place does not take it.
    """
    target = f"HEAD:refs/heads/{place.branch}"
    with _refused(place.shown):
        fed(here, "push", "--quiet", "--set-upstream", place.remote, target, environment=_silent())


def _made(here: Repository, folder: Path) -> bool:
    """Make an empty or missing folder a shared place; return whether it was.

    Raises:
        SmqError: it holds something else.
    """
    if (folder / "HEAD").is_file() and (folder / "objects").is_dir():
        return False
    if not folder.exists() and not folder.parent.is_dir():
        raise SmqError(
            _("There is no shared place at {place}, or it cannot be reached from this computer."),
            _("Check that the drive is connected and how the folder is written."),
            place=str(folder),
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SmqError(
            _("{place} holds other files: it cannot become the shared place."),
            _("Name an empty folder, or one that does not exist yet, on the shared drive."),
            place=str(folder),
        )
    with _refused(str(folder)):
        options = ("--quiet", "--bare", "--shared", f"--initial-branch={branch(here)}")
        fed(here, "init", *options, str(folder))
    return True


@contextlib.contextmanager
def _refused(place: str) -> Iterator[None]:
    from git import GitCommandError

    try:
        yield
    except GitCommandError as error:
        raise refusal(str(error.stderr), place) from error


def _silent() -> dict[str, str]:
    """Return what keeps git from asking for a password where nobody can answer."""
    return {} if sys.stdin and sys.stdin.isatty() else {"GIT_TERMINAL_PROMPT": "0"}
