"""Reads an evaluation file that somebody received: a folder or a zip file, perhaps damaged."""

import zipfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO
from unicodedata import normalize

from smq.cli.dossier_place import DAMAGED, paths_in
from smq.errors import SmqError
from smq.evaluation.manifest import NAME, Stamp, listed
from smq.i18n import _

_BLOCK = 1 << 20
_TEXTS = (".txt", ".csv", ".json", ".md", ".yaml", ".yml", ".html", ".svg")
"""Endings of files whose line ends a program that copies them may change."""
_LONGEST = 1 << 24


@dataclass(frozen=True)
class Received:
    """What was found.

    Attributes:
        manifest: its bytes, None when there is none.
        stamps: POSIX path in the folder → stamp, None for a file that cannot be read; the manifest
            left out.
        below: folder in the place named where the evaluation file lies, empty for the place itself.
    """

    manifest: bytes | None
    stamps: dict[str, Stamp | None]
    below: str = ""


def received(place: Path) -> Received:
    """Return what a folder or zip file holds.

    Programs that unpack put one folder more around what they unpack: it is looked into.

    Raises:
        SmqError: there is nothing there, or no zip file.
    """
    if place.is_dir():
        return _in_folder(place)
    if not place.is_file():
        raise SmqError(
            _("{path} does not exist."),
            _("Check its name and place; a name with spaces goes between quotes."),
            path=str(place),
        )
    try:
        with zipfile.ZipFile(place) as archive:
            return _in_zip(archive)
    except DAMAGED as error:
        whole = place.suffix.lower() != ".zip"
        raise SmqError(
            _("{path} is neither a folder nor a zip file that can be read."),
            _("Name the whole folder, or the zip file.")
            if whole
            else _("It did not arrive whole: ask for it again."),
            path=str(place),
        ) from error


def _in_folder(place: Path) -> Received:
    folder = place
    if not (place / NAME).is_file():
        below = [f.parent for f in sorted(place.glob(f"*/{NAME}")) if listed(f.read_bytes())]
        folder = below[0] if len(below) == 1 else place
    manifest = folder / NAME
    paths = [path for path in paths_in(folder) if path != NAME]
    return Received(
        manifest.read_bytes() if manifest.is_file() else None,
        {normalize("NFC", path): _stamp_of(folder / path) for path in paths},
        "" if folder == place else folder.name,
    )


def _in_zip(archive: zipfile.ZipFile) -> Received:
    names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    manifests = [name for name in names if PurePosixPath(name).name == NAME]
    top = min(manifests, key=lambda name: (name.count("/"), name), default=NAME)
    prefix = top.removesuffix(NAME)
    stamps: dict[str, Stamp | None] = {}
    for name in names:
        if name != top:
            stamps[normalize("NFC", name.removeprefix(prefix))] = _stamp_in(archive, name)
    try:
        manifest = archive.read(top) if manifests else None
    except DAMAGED:
        manifest = b""
    return Received(manifest, stamps)


def _stamp_in(archive: zipfile.ZipFile, name: str) -> Stamp | None:
    try:
        with archive.open(name) as stream:
            return _stamp(stream, name)
    except DAMAGED:
        return None


def _stamp_of(file: Path) -> Stamp | None:
    try:
        with file.open("rb") as stream:
            return _stamp(stream, file.name)
    except OSError:
        return None


def _stamp(stream: IO[bytes], name: str) -> Stamp:
    if name.lower().endswith(_TEXTS):
        content = stream.read(_LONGEST)
        if len(content) < _LONGEST:
            return Stamp.of(content, text=True)
        stream.seek(0)
    size, digest = 0, sha256()
    while block := stream.read(_BLOCK):
        size += len(block)
        digest.update(block)
    return Stamp(size, digest.hexdigest())
