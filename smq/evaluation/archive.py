"""The folder handed out as one zip file: the same bytes for the same files."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKED = (".docx", ".xlsx", ".pdf", ".png", ".jpg", ".jpeg", ".zip")
"""Endings of files that are packed already: packing them again only takes time."""


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """Return a zip file that holds one folder; entries are sorted and have no date of their own.

    Args:
        folder: its name in the zip.
        files: POSIX path in the folder → content.
    """
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EPOCH)
            packed = path.lower().endswith(_PACKED)
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[path], compresslevel=None if packed else 6)
    return stream.getvalue()
