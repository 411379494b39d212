"""Where an evaluation file is written: a folder or a zip file."""

import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from smq import files
from smq.errors import SmqError
from smq.evaluation.archive import zipped
from smq.evaluation.manifest import NAME, listed
from smq.i18n import _, why
from smq.vcs.snapshot import would_record

FOLDER = "livrables"
"""Folder of a platform for what is made again, which its .gitignore names."""
DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What Python says of a zip file that is not whole."""


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
        held = {path for path in paths_in(place) if path != NAME}
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
    except DAMAGED:
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
    gone = sorted(set(paths_in(place)) - set(content)) if place.is_dir() else []
    for path in gone:
        files.remove(place / path)
    files.prune(place, gone)
    for path, raw in content.items():
        files.write_whole(place / path, raw)


def paths_in(place: Path) -> list[str]:
    """Return the POSIX path of every file below a folder, sorted.

    Raises:
        SmqError: the folder cannot be read.
    """
    try:
        found = [f for f in place.rglob("*") if f.is_file() or f.is_symlink()]
    except OSError as error:
        raise SmqError(
            _("{path} cannot be read: {reason}."), None, path=str(place), reason=why(error)
        ) from error
    return sorted(file.relative_to(place).as_posix() for file in found)
