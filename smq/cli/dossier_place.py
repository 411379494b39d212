"""Where an evaluation file is written and read again: a folder or a zip file."""

import zipfile
import zlib
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO

from smq import files
from smq.errors import SmqError
from smq.evaluation.archive import zipped
from smq.evaluation.manifest import NAME, Stamp, listed
from smq.i18n import _, why
from smq.vcs.snapshot import would_record

FOLDER = "livrables"
"""Folder of a platform for what is made again, which its .gitignore names."""
_BLOCK = 1 << 20
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)


def mind_place(place: Path, *, packed: bool) -> None:
    """Make sure that nothing of somebody else's lies where an evaluation file goes.

    Raises:
        SmqError: the place is taken.
    """
    if packed:
        if place.exists() and not (place.is_file() and zipfile.is_zipfile(place)):
            raise SmqError(_TAKEN, _ELSEWHERE, place=str(place))
        return
    if place.is_dir() and any(place.iterdir()):
        manifest = place / NAME
        known = listed(manifest.read_bytes() if manifest.is_file() else None)
        held = {path for path in _paths(place) if path != NAME}
        if not known or not held <= set(known):
            raise SmqError(_TAKEN, _ELSEWHERE, place=str(place))
    elif place.exists() and not place.is_dir():
        raise SmqError(_TAKEN, _ELSEWHERE, place=str(place))


def mind_git(place: Path, root: Path, *, packed: bool) -> None:
    """Make sure that an evaluation file does not enter git with the next version.

    It would stay in the history for ever, with the people that it names.

    Raises:
        SmqError: git would record it.
    """
    if not would_record(root, place if packed else place / NAME):
        return
    ours = root.resolve() / FOLDER
    inside = place.resolve().is_relative_to(ours)
    raise SmqError(
        _("git does not ignore {place}: the next version recorded would hold it for ever."),
        _("Write the line {folder}/ into .gitignore, and record it.")
        if inside
        else _("Name a place in {folder}/ or outside of the platform: --out {folder}/{name}"),
        place=str(place),
        folder=FOLDER,
        name=place.name,
    )


def is_evaluation_file(place: Path, root: Path) -> bool:
    """Return whether a file or folder is, or lies in, an evaluation file made by smq.

    Args:
        place: of the file or folder.
        root: folder above which nothing is looked for.
    """
    if place.is_file() and zipfile.is_zipfile(place) and _manifest_in(place) is not None:
        return True
    folders = (place, *place.parents)
    below = (folder for folder in folders if folder != root and folder.is_relative_to(root))
    return any(
        (folder / NAME).is_file() and listed((folder / NAME).read_bytes()) for folder in below
    )


def _manifest_in(packed: Path) -> object | None:
    try:
        with zipfile.ZipFile(packed) as archive:
            name = next((n for n in archive.namelist() if n.rpartition("/")[2] == NAME), None)
            return listed(archive.read(name)) or None if name else None
    except _DAMAGED:
        return None


_TAKEN = _("{place} holds something else than an evaluation file.")
_ELSEWHERE = _("Name another place: --out FOLDER")


def put(place: Path, content: Mapping[str, bytes], *, packed: bool) -> None:
    """Write an evaluation file; of an earlier one in that place nothing stays.

    Raises:
        SmqError: the place is taken, or the disk refuses.
    """
    mind_place(place, packed=packed)
    if packed:
        files.write_whole(place, zipped(place.stem, content))
        return
    gone = sorted(set(_paths(place)) - set(content)) if place.is_dir() else []
    for path in gone:
        files.remove(place / path)
    files.prune(place, gone)
    for path, raw in content.items():
        files.write_whole(place / path, raw)


def held(place: Path) -> tuple[bytes | None, dict[str, Stamp | None]]:
    """Return the manifest of a folder or zip file, and the stamp of every other file.

    The manifest is None when there is none; a stamp is None where a file cannot be read.

    Raises:
        SmqError: there is nothing there, or no zip file.
    """
    if place.is_dir():
        manifest = place / NAME
        stamps = {path: _stamp_of(place / path) for path in _paths(place) if path != NAME}
        return (manifest.read_bytes() if manifest.is_file() else None), stamps
    if not place.is_file():
        raise SmqError(
            _("{path} does not exist."),
            _("Check its name and place; a name with spaces goes between quotes."),
            path=str(place),
        )
    try:
        with zipfile.ZipFile(place) as archive:
            return _held_in(archive)
    except _DAMAGED as error:
        raise SmqError(
            _("{path} is neither a folder nor a zip file that can be read."), path=str(place)
        ) from error


def _held_in(archive: zipfile.ZipFile) -> tuple[bytes | None, dict[str, Stamp | None]]:
    names = [entry.filename for entry in archive.infolist() if not entry.is_dir()]
    manifests = [name for name in names if PurePosixPath(name).name == NAME]
    top = min(manifests, key=lambda name: (name.count("/"), name), default=NAME)
    prefix = top.removesuffix(NAME)
    stamps: dict[str, Stamp | None] = {}
    for name in names:
        if name != top:
            stamps[name.removeprefix(prefix)] = _stamp_in(archive, name)
    try:
        manifest = archive.read(top) if manifests else None
    except _DAMAGED:
        manifest = b""
    return manifest, stamps


def _stamp_in(archive: zipfile.ZipFile, name: str) -> Stamp | None:
    try:
        with archive.open(name) as stream:
            return _stamp(stream)
    except _DAMAGED:
        return None


def _stamp_of(file: Path) -> Stamp | None:
    try:
        with file.open("rb") as stream:
            return _stamp(stream)
    except OSError:
        return None


def _stamp(stream: IO[bytes]) -> Stamp:
    size, digest = 0, sha256()
    while block := stream.read(_BLOCK):
        size += len(block)
        digest.update(block)
    return Stamp(size, digest.hexdigest())


def _paths(place: Path) -> list[str]:
    try:
        found = [f for f in place.rglob("*") if f.is_file() or f.is_symlink()]
    except OSError as error:
        raise SmqError(
            _("{path} cannot be read: {reason}."), None, path=str(place), reason=why(error)
        ) from error
    return sorted(file.relative_to(place).as_posix() for file in found)
