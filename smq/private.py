"""Owns `.smq/`, the folder of a platform that ignores itself: all that lies there can be lost.

What cannot be read or written there is silently done without (`contracts.md` §4). A symbolic link,
or what another user wrote there, is not ours.
"""

import contextlib
import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

FOLDER = ".smq"


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept under a name, and when it was written."""

    content: bytes
    mtime_ns: int


def made(root: Path) -> Path:
    """Return `.smq/` of a platform, made if need be.

    Raises:
        OSError: it cannot be made, or leads elsewhere.
    """
    folder = root / FOLDER
    if folder.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError), (folder / ".gitignore").open("xb") as stream:
        stream.write(b"*\n")
    return folder


def digest(*parts: bytes) -> str:
    """Return what tells these parts, in this order, from any others: a SHA-256, as hexadecimal."""
    # OpenSSL comes with it, 4 MB that a command without cache has no use for.
    from hashlib import sha256

    whole = sha256()
    for part in parts:
        whole.update(len(part).to_bytes(8, "big") + part)
    return whole.hexdigest()


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes, as hexadecimal: what other tools show for it too."""
    from hashlib import sha256

    return sha256(content).hexdigest()


def kept(root: Path, name: str) -> Kept | None:
    """Return what this user kept under a name, None when there is nothing of theirs."""
    folder = root / FOLDER
    try:
        if folder.is_symlink():
            return None
        descriptor = os.open(folder / name, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as stream:
            stat = os.fstat(stream.fileno())
            # Windows has no owner to compare.
            if hasattr(os, "getuid") and stat.st_uid != os.getuid():
                return None
            return Kept(stream.read(), stat.st_mtime_ns)
    except OSError:
        return None


def keep(root: Path, name: str, content: bytes) -> None:
    """Keep content under a name, whole and atomically, or not at all."""
    with contextlib.suppress(OSError):
        descriptor, temporary = tempfile.mkstemp(dir=made(root), prefix=f"{name}-")
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(content)
            Path(temporary).replace(root / FOLDER / name)
        except BaseException:
            with contextlib.suppress(OSError):
                Path(temporary).unlink()
            raise
