"""Takes a work tree from one version to another: what to write, then the branch and the index.

A note in git's own folder says what is under way. Files are written first, each whole; the branch
moves in one step; a command that was killed before it is taken back, after it is finished.
"""

import contextlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Change
from smq.vcs.feeding import fed, git_place
from smq.vcs.folder import git_folder
from smq.vcs.repository import Repository, opened
from smq.vcs.trees import as_on_disk, as_recorded, changed_between, files_at

_NOTE = "smq-under-way"
_FILES = frozenset({"100644", "100755"})


@dataclass(frozen=True, slots=True)
class Way:
    """From one version to another.

    Attributes:
        top: folder of the work tree.
        before: commit that the branch stands on.
        after: commit that it goes to.
        changes: of files, their paths from the top.
    """

    top: Path
    before: str
    after: str
    changes: tuple[Change, ...]


def way_to(here: Repository, before: str, after: str) -> Way:
    """Return what to write in the work tree so that it holds another version.

    Raises:
        SmqError: a file that would be written holds work that no version has.
    """
    top = Path(str(here.repo.working_tree_dir)).resolve()
    differ = changed_between(here, before, after)
    old, new = files_at(here, before), files_at(here, after)
    _refuse_special(differ, old, new)
    was = as_on_disk(here, before, [path for path in differ if path in old])
    becomes = as_on_disk(here, after, [path for path in differ if path in new])
    now = {path: _content(top / path) for path in differ}
    odd = [path for path in differ if now[path] not in (was.get(path), becomes.get(path))]
    recorded = as_recorded(here, odd)
    known = [
        path
        for path in odd
        if recorded.get(path) in {side[path][1] for side in (old, new) if path in side}
    ]
    unsaved = sorted(set(odd) - set(known))
    if unsaved:
        raise SmqError(
            _("{path} holds work that no version has yet, and a colleague changed it too."),
            _("Record yours first: smq save"),
            path=unsaved[0].removeprefix(here.prefix),
        )
    changes = []
    for path in sorted(differ):
        after_bytes = becomes.get(path)
        if path in known and after_bytes is not None and _only_crlf(now[path], was.get(path)):
            after_bytes = after_bytes.replace(b"\n", b"\r\n")
        if now[path] != after_bytes:
            changes.append(Change(path, now[path], after_bytes))
    return Way(top, before, after, tuple(changes))


def begin_way(root: Path, way: Way) -> None:
    """Note what is under way, before the first file is written.

    Raises:
        SmqError: git's own folder may not be written.
    """
    with opened(root) as here:
        place = git_place(here, _NOTE)
        temporary = place.with_name(f"{_NOTE}-new")
        try:
            temporary.write_text(f"{way.before} {way.after}\n", encoding="ascii")
            temporary.replace(place)
        except OSError as error:
            raise SmqError(
                _("{path} cannot be written: {reason}."),
                _("Ask for the right to write in the folder of the platform."),
                path=str(place),
                reason=error.strerror or str(error),
            ) from error


def end_way(root: Path, way: Way) -> None:
    """Move the branch and the index to the version that the files hold now.

    Raises:
        SmqError: git refuses.
    """
    with opened(root) as here:
        here.repo.git.update_ref("-m", "smq sync", "HEAD", way.after, way.before)
        here.repo.git.read_tree("-i", "-m", way.before, way.after)
        _end(here)


def left_over(root: Path) -> Way | None:
    """Return the way back from what a killed command had begun; None when there is nothing to mend.

    A command that was killed after its last file is finished here.

    Raises:
        SmqError: git refuses.
    """
    if git_folder(root) is None:
        return None
    with opened(root) as here:
        place = git_place(here, _NOTE)
        if not place.is_file():
            return None
        before, _space, after = (
            place.read_text(encoding="ascii", errors="replace").strip().partition(" ")
        )
        head = here.commit("HEAD")
        if not (head and here.commit(before) and here.commit(after)):
            forget(root)
            return None
        if head.hexsha == before:
            return _way_back(here, before, after)
        here.repo.git.read_tree("HEAD")
        _end(here)
        return None


def forget(root: Path) -> None:
    """Remove the note of what was under way: it is taken back."""
    with opened(root) as here:
        _end(here)


def _way_back(here: Repository, before: str, after: str) -> Way:
    """Return the changes that undo what was written; a file written since by a person stays."""
    top = Path(str(here.repo.working_tree_dir)).resolve()
    differ = changed_between(here, before, after)
    was = as_on_disk(here, before, _in(here, before, differ))
    became = as_on_disk(here, after, _in(here, after, differ))
    changes = []
    for path in sorted(differ):
        now = _content(top / path)
        # A file that a person changed since then is theirs: it stays.
        if _as_lf(now) == _as_lf(became.get(path)) and now != was.get(path):
            changes.append(Change(path, now, was.get(path)))
    return Way(top, after, before, tuple(changes))


def _in(here: Repository, revision: str, paths: Collection[str]) -> list[str]:
    held = files_at(here, revision)
    return [path for path in paths if path in held and held[path][0] in _FILES]


def _refuse_special(
    differ: Collection[str],
    old: dict[str, tuple[str, str]],
    new: dict[str, tuple[str, str]],
) -> None:
    for path in differ:
        if any(path in side and side[path][0] not in _FILES for side in (old, new)):
            raise SmqError(
                _("{path} is a link or another repository, and it changed; smq cannot bring it."),
                _("Ask a colleague who knows git to bring in this one change."),
                path=path,
            )


def _content(file: Path) -> bytes | None:
    return file.read_bytes() if file.is_file() else None


def _as_lf(content: bytes | None) -> bytes | None:
    return None if content is None else content.replace(b"\r\n", b"\n")


def _only_crlf(now: bytes | None, was: bytes | None) -> bool:
    if now is None or was is None or b"\r\n" not in now or b"\r\n" in was:
        return False
    return _as_lf(now) == was


def _end(here: Repository) -> None:
    with contextlib.suppress(Exception):
        # Only the times of files that git remembers: nothing is lost without.
        fed(here, "update-index", "-q", "--refresh")
    git_place(here, _NOTE).unlink(missing_ok=True)
