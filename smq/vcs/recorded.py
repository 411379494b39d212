"""The versions that a platform's history holds: those of the main line, those that have a tag."""

from datetime import date
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.model.trajectory import Version
from smq.vcs.folder import git_folder
from smq.vcs.log import log_command
from smq.vcs.repository import Repository, opened

_TAG = "tag: "
_FIELDS = "--format=%H%x09%cs%x09%D"
_TAGS_ONLY = ("--decorate=short", "--decorate-refs=refs/tags/*")


def main_line(root: Path) -> tuple[Version, ...]:
    """Return the versions that led to HEAD, each after the one that it was made from.

    Of a merge, the side that came in is left out: the main line was never in that state.

    Raises:
        SmqError: the folder is not in git, nothing was recorded yet, or git refuses.
    """
    return _recorded(root, "--first-parent")


def whole_history(root: Path) -> tuple[Version, ...]:
    """Return every version that HEAD holds, each after those that it was made from.

    Raises:
        SmqError: the folder is not in git, nothing was recorded yet, or git refuses.
    """
    return _recorded(root, "--topo-order")


def recorded_on(root: Path, revision: str) -> date | None:
    """Return the day on which a version was recorded, None when git knows none of that name.

    Raises:
        SmqError: the folder is not in git, or git refuses.
    """
    _refuse_outside(root)
    with opened(root) as here:
        found = None if revision.startswith("-") else here.commit(revision)
        return found.committed_datetime.date() if found else None


def _recorded(root: Path, order: str) -> tuple[Version, ...]:
    _refuse_outside(root)
    with opened(root) as here:
        if here.commit("HEAD") is None:
            raise SmqError(
                _("Nothing was recorded in git yet: there is no progress to show."),
                _("Record this version: git add --all && git commit"),
            )
        return tuple(_version(line) for line in _log(here, order))


def _log(here: Repository, order: str) -> list[str]:
    command = log_command(here, order, "--reverse", _FIELDS, *_TAGS_ONLY, "HEAD")
    said: str = here.repo.git.execute(command)
    return said.split("\n")


def _version(line: str) -> Version:
    commit, day, names = line.split("\t")
    tags = (name.removeprefix(_TAG) for name in names.split(", ") if name.startswith(_TAG))
    return Version(commit, date.fromisoformat(day), tuple(sorted(tags)))


def _refuse_outside(root: Path) -> None:
    """Raise for a folder without history.

    Raises:
        SmqError: it is in no repository.
    """
    if git_folder(root) is None:
        raise SmqError(
            _("{folder} is not kept in git: its earlier states are not known."),
            _("Begin its history now: git init && git add --all && git commit"),
            folder=str(root),
        )
