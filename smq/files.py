"""The only code that writes in a platform's folder: whole files, atomically, under a lock."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from smq import private
from smq.errors import SmqError
from smq.i18n import _, why
from smq.model import Change

_PREFIX = ".smq-"
"""How the name of a content begins that waits beside the file it will replace."""


def apply(root: Path, changes: Sequence[Change], *, held: bool = False) -> None:
    """Write the changes, or none of them; `held` says that the caller is inside `locked`.

    Everything is checked, and every new content lies on the disk, before the first file is touched;
    what was touched when the disk refuses later is put back. Each file is replaced whole: a killed
    command leaves the old file or the new one.

    Raises:
        SmqError: a file is not as the change expects it, a path leaves the folder, or the disk
            refuses.
    """
    with contextlib.nullcontext() if held else locked(root):
        files = [_expect(root, change) for change in changes]
        _sweep(files)
        with contextlib.ExitStack() as temporaries:
            prepared = [
                _Prepared(file, change, temporaries.enter_context(_temporary(file, change.after)))
                for file, change in zip(files, changes, strict=True)
            ]
            _replace_all(prepared)


def read(root: Path, path: str) -> bytes | None:
    """Return the bytes of a file of the platform, None when it does not exist."""
    file = root / path
    return file.read_bytes() if file.is_file() else None


def write_whole(file: Path, content: bytes, *, executable: bool = False) -> None:
    """Replace a file by new content, atomically; folders are made as needed.

    Args:
        file: its place.
        content: what it holds from now on.
        executable: it is a program.

    Raises:
        SmqError: the disk refuses.
    """
    with _temporary(file, content) as temporary, _refused(file):
        if temporary and executable:
            temporary.chmod(temporary.stat().st_mode | 0o111)
        if temporary:
            temporary.replace(file)


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
            reason=why(error),
        ) from error


def move(file: Path, place: Path) -> None:
    """Move a file that smq made; folders are made as needed, nothing is overwritten.

    Raises:
        SmqError: something lies there, or the disk refuses.
    """
    with _refused(file):
        place.parent.mkdir(parents=True, exist_ok=True)
        # `rename` would take the place of a file: Windows refuses that, other systems do not.
        if place.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place))
        file.rename(place)


def prune(root: Path, paths: Sequence[str]) -> None:
    """Remove the folders of these files that are empty now, and those above that become so."""
    for path in paths:
        for folder in PurePosixPath(path).parents:
            # A folder that holds something, or is gone already, stays as it is.
            with contextlib.suppress(OSError):
                if folder.parts:
                    (root / folder).rmdir()


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A change whose new content lies beside its file; `temporary` is None for a deletion."""

    file: Path
    change: Change
    temporary: Path | None


def _replace_all(prepared: Sequence[_Prepared]) -> None:
    touched: list[_Prepared] = []
    try:
        for item in prepared:
            if item.temporary:
                with _refused(item.file):
                    item.temporary.replace(item.file)
            else:
                remove(item.file)
            touched.append(item)
    except BaseException:
        for item in reversed(touched):
            _put_back(item)
        raise


def _put_back(item: _Prepared) -> None:
    # The disk has refused once already: what it refuses again stays new, whole all the same.
    with contextlib.suppress(SmqError):
        if item.change.before is None:
            remove(item.file)
        else:
            write_whole(item.file, item.change.before)


@contextlib.contextmanager
def _temporary(file: Path, content: bytes | None) -> Iterator[Path | None]:
    """Hold content beside the file that it will replace; gone at the end if nothing took it."""
    if content is None:
        yield None
        return
    with _refused(file):
        file.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=_PREFIX)
    temporary = Path(name)
    try:
        with _refused(file), os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        # Some shared drives know no permissions.
        with contextlib.suppress(OSError):
            temporary.chmod(_mode(file))
        yield temporary
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _sweep(files: Sequence[Path]) -> None:
    """Remove what a killed command left beside files; under the lock no other is writing there."""
    for folder in {file.parent for file in files}:
        for left in folder.glob(f"{_PREFIX}????????"):
            with contextlib.suppress(OSError):
                left.unlink()


def _mode(file: Path) -> int:
    if file.exists():
        return file.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _expect(root: Path, change: Change) -> Path:
    """Return the file of a change, symbolic links followed, when it is as expected."""
    file = (root / change.path).resolve()
    if not file.is_relative_to(root.resolve()):
        raise SmqError(_("{path} leaves the platform's folder."), path=change.path)
    if change.before is None:
        if not file.exists():
            return file
        raise SmqError(
            _("{path} exists already; nothing was written."),
            _("smq never overwrites a file: move it, or choose another folder or title."),
            path=change.path,
        )
    with _refused(file):
        if file.is_file() and file.read_bytes() == change.before:
            return file
    raise SmqError(
        _("{path} changed while the command was running; nothing was written."),
        _("Run the command again."),
        path=change.path,
    )


@contextlib.contextmanager
def _refused(file: Path) -> Iterator[None]:
    """Say in one sentence what the disk refuses."""
    try:
        yield
    except OSError as error:
        raise SmqError(
            _("{path} cannot be written: {reason}."),
            _(
                "Check that the folder exists, that it may be written,"
                " and that no program holds the file."
            ),
            path=file.name,
            reason=why(error),
        ) from error


def refuse_unwritable(root: Path) -> None:
    """Refuse a folder that exists, or is to be made, where this user may not write.

    Raises:
        SmqError: it names the file or folder that is the cause.
    """
    above = _existing(root)
    if not above.is_dir():
        raise SmqError(
            _("{folder} is a file, not a folder."), _("Choose another name."), folder=str(above)
        )
    if not os.access(above, os.W_OK | os.X_OK):
        raise _unwritable(above, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))


def _existing(folder: Path) -> Path:
    """Return the folder itself, or the nearest above it that can be seen."""
    for place in (folder, *folder.parents):
        # Below a folder that may not be entered nothing can be seen.
        with contextlib.suppress(PermissionError):
            if place.exists():
                return place
    return Path(folder.anchor)


def _unwritable(above: Path, error: OSError) -> SmqError:
    return SmqError(
        _("Nothing can be written in {above}: {reason}."),
        _("Choose a folder in which you may write, or ask for the right to write in {above}."),
        above=str(above),
        reason=why(error),
    )


@contextlib.contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold `.smq/lock`: two commands at once neither lose an edit nor give one number twice.

    Raises:
        SmqError: the folder may not be written.
    """
    with contextlib.ExitStack() as stack:
        try:
            private.made(root)
            stream = stack.enter_context((root / private.FOLDER / "lock").open("ab"))
            _wait_for(stream.fileno())
        except OSError as error:
            if not root.is_dir():
                raise _unwritable(_existing(root), error) from error
            raise SmqError(
                _("The folder «{folder}» of this platform cannot be written: {reason}."),
                _(
                    "smq can read this platform, not change it: ask for the right to write in"
                    " {root}, or work in a copy."
                ),
                folder=private.FOLDER,
                root=str(root),
                reason=why(error),
            ) from error
        yield


def _wait_for(descriptor: int) -> None:
    """Wait until the lock is ours; the system releases it however the process ends."""
    try:
        import fcntl
    except ImportError:
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined, unused-ignore]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
