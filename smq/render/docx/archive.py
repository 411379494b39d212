"""The zip around a Word file: bounded when read, the same bytes each time it is written."""

import io
import zipfile
import zlib
from collections.abc import Mapping

from smq.errors import SmqError
from smq.i18n import _

MAX_ENTRIES = 2_000
MAX_BYTES = 64 * 1024 * 1024
MAX_RATIO = 200
_SMALL = 1024 * 1024
_DATE = (1980, 1, 1, 0, 0, 0)
# zipfile has no error of its own for bytes that do not decompress, a password, a strange method.
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
_DOCTYPES = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))


def read(data: bytes) -> dict[str, bytes]:
    """Return the entries of a Word file, in the order of the archive.

    Raises:
        SmqError: it is no zip, is larger than any template can be, or declares XML entities.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_size(archive.infolist())
            entries = {name: archive.read(name) for name in archive.namelist()}
    except _DAMAGED as error:
        raise not_word() from error
    for name, content in entries.items():
        if name.endswith((".xml", ".rels", ".vml")) and any(d in content for d in _DOCTYPES):
            raise SmqError(
                _("The Word template declares XML entities in {part}; it is not read."),
                _("Save it again as .docx in Word or LibreOffice."),
                part=name,
            )
    return entries


def write(entries: Mapping[str, bytes]) -> bytes:
    """Return a zip of the entries: sorted, dated 1980-01-01, fixed attributes and compression."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            archive.writestr(info, entries[name])
    return buffer.getvalue()


def not_word() -> SmqError:
    """Return the error for a template that is no Word file."""
    return SmqError(
        _("The template is not a Word file (.docx)."),
        _("Open it in Word or LibreOffice and save it as .docx."),
    )


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    total = sum(entry.file_size for entry in entries)
    swollen = any(
        entry.file_size > _SMALL and entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        for entry in entries
    )
    if len(entries) > MAX_ENTRIES or total > MAX_BYTES or swollen:
        raise SmqError(
            _("The Word template unpacks to {count} entries and {size} MB; it is not read."),
            _("A template weighs a few hundred kB: save a copy without its pictures."),
            count=len(entries),
            size=total // (1024 * 1024),
        )
