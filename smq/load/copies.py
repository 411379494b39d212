"""Reads what `smq register sync` noted beside its copies, and sees each copy again."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from unicodedata import is_normalized, normalize

from smq import private
from smq.load.doctypes import read_mapping
from smq.load.fields import Reader
from smq.load.tables import COPIES, source_files
from smq.model import Location, Problem
from smq.model.register import RegisterCopy, RegisterSource

_SIDECAR = ".yaml"


def read_copies(
    root: Path,
    sources: Iterable[RegisterSource],
    files: frozenset[str],
    problems: list[Problem],
) -> tuple[RegisterCopy, ...]:
    """Return the copies of originals that lie outside the folder, sorted by path.

    One that is gone is among them when its sidecar is still there; one without sidecar, when the
    settings say that it comes from outside. Never raises for what a user wrote.

    Args:
        root: folder of `smq.yaml`.
        sources: where the settings say that rows lie.
        files: POSIX paths below the root that may be read.
        problems: where faults are added.
    """
    here = _here(files)
    sidecars = {path for path in here if path.endswith(_SIDECAR)}
    copies = (here.keys() - sidecars) | {path.removesuffix(_SIDECAR) for path in sidecars}
    fed: dict[str, list[str]] = {}
    for source in sources:
        if source.origin:
            for path in source_files(replace(source, pattern=None), frozenset(copies)):
                fed.setdefault(path, []).append(source.table)
    found = []
    for path in sorted(copies):
        beside = f"{path}{_SIDECAR}"
        if beside not in sidecars:
            if path in fed:
                found.append(RegisterCopy(path, None, tables=tuple(fed[path])))
            continue
        content = read_mapping(root / here[beside], beside, problems)
        if content is not None:
            file = root / here.get(path, path)
            reader = Reader(content, beside, problems)
            found.append(_copy(reader, path, file, tuple(fed.get(path, ()))))
    return tuple(found)


def _here(files: frozenset[str]) -> dict[str, str]:
    """Return the files of the folder of copies: path in NFC → as the disk writes it."""
    found = [path for path in files if path.startswith(f"{COPIES}/")]
    # A disk of macOS hands out decomposed accents, and the list of files holds both writings.
    found.sort(key=lambda path: not is_normalized("NFC", path))
    return {normalize("NFC", path): path for path in found}


def _copy(reader: Reader, path: str, file: Path, tables: tuple[str, ...]) -> RegisterCopy:
    return RegisterCopy(
        path=path,
        sidecar=Location(reader.path, reader.fields.line, reader.fields.column),
        origin=reader.text("origine"),
        sha256=(reader.text("sha256") or "").strip().lower() or None,
        actual=_digest(file),
        tables=tables,
    )


def _digest(file: Path) -> str | None:
    try:
        return private.digest_of(file.read_bytes())
    except OSError:
        return None
