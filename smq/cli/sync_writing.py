"""Takes the folder and its history to another version, or leaves both as they were."""

import contextlib
from pathlib import Path

from smq import files
from smq.errors import SmqError
from smq.vcs.bringing import begin_way, end_way, forget, left_over
from smq.vcs.meeting import Meeting, way


def go_to(root: Path, meeting: Meeting, after: str) -> None:
    """Make a folder and its history hold another version; the lock is held.

    Args:
        root: folder of `smq.yaml`.
        meeting: of the work here and that of the others.
        after: the version.

    Raises:
        SmqError: a file holds unsaved work, or the disk or git refuses; nothing was changed.
    """
    forward = way(root, meeting, after)
    begin_way(root, forward)
    try:
        files.apply(forward.top, forward.changes, held=True)
        end_way(root, forward)
    except BaseException:
        with contextlib.suppress(SmqError):
            take_back(root)
        raise
    files.prune(forward.top, [change.path for change in forward.changes if change.after is None])


def take_back(root: Path) -> bool:
    """Take back, or finish, what a command that was killed had begun; the lock is held.

    Returns:
        Whether something was taken back.

    Raises:
        SmqError: the disk or git refuses.
    """
    back = left_over(root)
    if back is None:
        return False
    files.apply(back.top, back.changes, held=True)
    files.prune(back.top, [change.path for change in back.changes if change.after is None])
    forget(root)
    return True
