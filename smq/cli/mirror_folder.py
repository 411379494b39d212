"""The folder of a mirror on its disk, which may be slow, full, read-only, or held by others."""

import contextlib
import errno
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from unicodedata import normalize

from smq import files
from smq.errors import SmqError
from smq.i18n import _, why
from smq.render.mirror_names import holder_of, is_left_over
from smq.render.mirror_plan import MANIFEST, Record, manifest, read_manifest

_BLOCK = 1 << 20
_HELD = (errno.EACCES, errno.EPERM, errno.EBUSY)
"""What a system answers for a file that a program holds, and lets other files be written."""


class HeldError(Exception):
    """A program holds a file; its text names what shows it."""


@dataclass(frozen=True)
class Listing:
    """What lies in a mirror.

    Attributes:
        names: of all its files, hidden ones too, in NFC → as the disk writes them.
        left: files that a killed run left half written, as the disk writes them.
    """

    names: Mapping[str, str]
    left: tuple[str, ...]


class Mirror:
    """A mirror's folder."""

    def __init__(self, folder: Path) -> None:
        """Take a folder, which need not exist yet."""
        self.folder = folder

    def listing(self) -> Listing:
        """Return what lies in it; nothing when it does not exist yet.

        Raises:
            SmqError: it cannot be read, or the folder above it does not exist.
        """
        try:
            found = [f.name for f in self.folder.iterdir() if f.is_file() or f.is_symlink()]
        except FileNotFoundError:
            self._refuse_nowhere()
            found = []
        except OSError as error:
            raise self._unreadable(error) from error
        left = tuple(name for name in found if is_left_over(name))
        names = {normalize("NFC", name): name for name in sorted(found) if name not in left}
        return Listing(names, left)

    def record(self) -> Record:
        """Return what its manifest says."""
        try:
            return read_manifest((self.folder / MANIFEST).read_bytes())
        except FileNotFoundError:
            return Record()
        except OSError as error:
            raise self._unreadable(error) from error

    def digest(self, name: str) -> str | None:
        """Return the SHA-256 of a file, None when it cannot be read."""
        whole = sha256()
        try:
            with (self.folder / name).open("rb") as stream:
                while block := stream.read(_BLOCK):
                    whole.update(block)
        except OSError:
            return None
        return whole.hexdigest()

    def write(self, name: str, content: bytes) -> None:
        """Replace a file whole.

        Raises:
            HeldError: a program holds it.
            SmqError: the disk refuses.
        """
        with self._told():
            files.write_whole(self.folder / name, content)

    def write_record(self, record: Record) -> None:
        """Write the manifest, unless it says the same already.

        Raises:
            SmqError: the disk refuses.
        """
        raw = manifest(record)
        with contextlib.suppress(OSError):
            if (self.folder / MANIFEST).read_bytes() == raw:
                return
        try:
            files.write_whole(self.folder / MANIFEST, raw)
        except SmqError as refusal:
            raise self._refused(refusal) from refusal

    def move(self, name: str, place: str) -> None:
        """Move a file to a place of the mirror where nothing lies.

        Raises:
            HeldError: a program holds it.
            SmqError: the disk refuses.
        """
        with self._told():
            files.move(self.folder / name, self.folder / place)

    def remove(self, name: str) -> None:
        """Remove a file that smq made.

        Raises:
            HeldError: a program holds it.
            SmqError: the disk refuses.
        """
        with self._told():
            files.remove(self.folder / name)

    def holder(self, name: str, listing: Listing) -> str | None:
        """Return what shows that somebody has a file open, None when nothing does."""
        return holder_of(name, listing.names)

    def free_place(self, place: str) -> str:
        """Return a place of the mirror, or the next one like it, where nothing lies."""
        path = Path(place)
        count, found = 1, path
        while (self.folder / found).exists():
            count += 1
            found = path.with_name(f"{path.stem}-{count}{path.suffix}")
        return found.as_posix()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        """Tell a file that a program holds from a disk that takes no more."""
        try:
            yield
        except SmqError as refusal:
            if isinstance(refusal.__cause__, OSError) and refusal.__cause__.errno in _HELD:
                raise HeldError(str(why(refusal.__cause__))) from refusal
            raise self._refused(refusal) from refusal

    def _refused(self, refusal: SmqError) -> SmqError:
        """Return one clear sentence about the mirror for what the disk refused."""
        cause = refusal.__cause__
        if not isinstance(cause, OSError):
            return refusal
        return SmqError(
            _("Nothing more can be written in {folder}: {reason}."),
            _(
                "Make room there, or ask for the right to write; the command run again goes on"
                " where it stopped."
            ),
            folder=str(self.folder),
            reason=why(cause),
        )

    def _refuse_nowhere(self) -> None:
        if not self.folder.parent.is_dir():
            raise SmqError(
                _("The folder {folder} does not exist."),
                _("Check its name, and that the shared drive is connected."),
                folder=str(self.folder.parent),
            )

    def _unreadable(self, error: OSError) -> SmqError:
        return SmqError(
            _("{path} cannot be read: {reason}."),
            _("Check that the shared drive is connected and that you may read it."),
            path=str(self.folder),
            reason=why(error),
        )
