"""The only code that writes in a platform's folder: whole files, atomically, under a lock."""

import contextlib
import os
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Change

_LOCK_FOLDER = ".smq"


def apply(root: Path, changes: Sequence[Change]) -> None:
    """Write the changes, or none: everything is checked before the first file is touched.

    Each file is replaced whole: a killed command leaves the old file or the new one.

    Raises:
        SmqError: a file is not as the change expects it, a path leaves the folder, or the disk refuses.
    """
    with _locked(root):
        for change in changes:
            _expect(root, change)
        for change in changes:
            file = root / change.path
            if change.after is None:
                file.unlink()
            else:
                write_whole(file, change.after)


def read(root: Path, path: str) -> bytes | None:
    """Return the bytes of a file of the platform, None when it does not exist."""
    file = root / path
    return file.read_bytes() if file.is_file() else None


def write_whole(file: Path, content: bytes) -> None:
    """Replace a file by new content, atomically; folders are made as needed.

    Raises:
        SmqError: the disk refuses.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".smq-")
        temporary = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            temporary.chmod(_mode(file))
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise SmqError(
            _("{path} cannot be written: {reason}."),
            _(
                "Check that the folder exists, that it may be written, and that no program holds the file."
            ),
            path=file.name,
            reason=error.strerror or str(error),
        ) from error


def remove(file: Path) -> None:
    """Remove a file that smq made.

    Raises:
        SmqError: the disk refuses.
    """
    try:
        file.unlink(missing_ok=True)
    except OSError as error:
        raise SmqError(
            _("{path} cannot be removed: {reason}."),
            _("Close the program that holds the file, then run the command again."),
            path=file.name,
            reason=error.strerror or str(error),
        ) from error


def _mode(file: Path) -> int:
    if file.exists():
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _expect(root: Path, change: Change) -> None:
    file = root / change.path
    if not file.resolve().is_relative_to(root.resolve()):
        raise SmqError(_("{path} leaves the platform's folder."), path=change.path)
    now = read(root, change.path)
    if now == change.before:
        return
    if change.before is None:
        raise SmqError(
            _("{path} exists already; nothing was written."),
            _("smq never overwrites a file: move it, or choose another folder or title."),
            path=change.path,
        )
    raise SmqError(
        _("{path} changed while the command was running; nothing was written."),
        _("Run the command again."),
        path=change.path,
    )


@contextlib.contextmanager
def _locked(root: Path) -> Iterator[None]:
    """Hold `.smq/lock`, so that two commands at once do not lose an edit."""
    folder = root / _LOCK_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
        ignore = folder / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n", encoding="utf-8")
        stream = (folder / "lock").open("ab")
    except OSError as error:
        raise SmqError(
            _("{path} cannot be written: {reason}."), path=_LOCK_FOLDER, reason=error.strerror or ""
        ) from error
    with stream:
        _wait_for(stream.fileno())
        yield


def _wait_for(descriptor: int) -> None:
    """Wait until the lock is ours; the system releases it when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
