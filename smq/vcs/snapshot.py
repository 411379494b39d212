"""The version that a work tree stands on: its name, what is not recorded, what it held before."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha1
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.vcs.repository import Repository, opened


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The last version recorded.

    Attributes:
        commit: its full name.
        day: when it was recorded.
        changes: POSIX paths below the platform's folder that differ from it, or that it lacks.
    """

    commit: str
    day: date
    changes: tuple[str, ...]


def snapshot(root: Path) -> Snapshot:
    """Return the last version recorded of a platform, and what changed since.

    Raises:
        SmqError: there is no repository, nothing was recorded yet, or git refuses.
    """
    with opened(root) as here:
        head = here.commit("HEAD")
        if head is None:
            raise SmqError(
                _("Nothing was recorded in git yet: an evaluation file is made from a version."),
                _("Record this one: smq save"),
            )
        listed = here.repo.git.status(
            "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--", str(root)
        )
        paths = [entry[3:] for entry in listed.split("\0") if entry]
        changed = sorted(path.removeprefix(here.prefix) for path in paths)
        return Snapshot(head.hexsha, head.committed_datetime.date(), tuple(changed))


def knows(root: Path, commit: str) -> bool:
    """Return whether a repository holds a commit; False where there is no repository."""
    try:
        with opened(root) as here:
            return here.commit(commit) is not None
    except SmqError:
        return False


def lasting_name(root: Path, revision: str) -> str | None:
    """Return a name under which a version is found for ever: its tag, else its commit.

    HEAD and branches move on, so that what they name today is lost with the next version.

    Args:
        root: folder of `smq.yaml`.
        revision: as typed.

    Returns:
        None where there is no repository, or it holds no such version.
    """
    try:
        with opened(root) as here:
            found = here.commit(revision)
            if found is None:
                return None
            tagged = here.commit(f"refs/tags/{revision}")
            return revision if tagged == found else str(found.hexsha)
    except SmqError:
        return None


def would_record(root: Path, place: Path) -> bool:
    """Return whether the next version would hold a file: git is told nowhere to leave it out.

    Args:
        root: folder of `smq.yaml`.
        place: of the file, which may not be there yet.

    Raises:
        SmqError: there is no repository, or git refuses.
    """
    with opened(root) as here:
        top = Path(str(here.repo.working_tree_dir)).resolve()
        there = place.resolve()
        return there.is_relative_to(top) and not here.repo.ignored(str(there))


def last_held(root: Path, content: bytes, revision: str) -> tuple[str, str] | None:
    """Return the last version where a file had a content, and the file's path there.

    Args:
        root: folder of `smq.yaml`.
        content: of a file of that folder.
        revision: where the history ends.

    Returns:
        Name of the commit and POSIX path below the folder; None when no version is found.

    Raises:
        SmqError: git refuses.
    """
    # How git names a content; nothing secret hangs on it.
    blob = sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    with opened(root) as here:
        listed = here.repo.git.log(f"--find-object={blob}", "--format=%H %P", revision)
        for line in listed.splitlines():
            for commit in line.split(" ")[:2]:
                path = _path_of(here, commit, blob)
                if path is not None:
                    return commit, path
    return None


def _path_of(here: Repository, commit: str, blob: str) -> str | None:
    listed: str = here.repo.git.ls_tree("-r", "-z", "--full-tree", commit)
    for entry in listed.split("\0"):
        about, _tab, path = entry.partition("\t")
        if about.endswith(f" {blob}") and path.startswith(here.prefix):
            return path.removeprefix(here.prefix)
    return None
