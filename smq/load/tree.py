"""Lists a platform's files: what to read, what a link may lead to, what is in the way."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from smq.i18n import _
from smq.model import Location, Problem, Reading

_CONFLICT = re.compile(
    r"(?P<name>.+?)(?:"
    r" ?\([^()]*(?:conflicted copy|copie en conflit|case conflict|conflit de casse|SFConflict)"
    r"[^()]*\)"
    r"|\.sync-conflict-[\w-]+"
    r"|_conflict-\d[\d-]*"
    r")(?P<suffix>\.\w+)$",
    re.IGNORECASE,
)
"""Dropbox (in English and French), Nextcloud, Seafile; Syncthing; ownCloud before 2.5."""
_OUT = frozenset({"livrables"})
FOLDER_NOT_OPENED = _("this folder may not be opened")
ODD_NAME = _("the name of this file or folder is not written in UTF-8; rename it")


@dataclass(frozen=True, slots=True)
class File:
    """A file with what tells whether it changed."""

    path: str
    mtime_ns: int
    size: int
    inode: int


@dataclass(frozen=True, slots=True)
class Tree:
    """What a folder holds.

    Attributes:
        documents: Markdown files to read, sorted by path.
        paths: every file that a link may lead to, as written on disk and in NFC.
        problems: lock files, conflict copies, links that leave the folder, what stays closed.
    """

    documents: tuple[File, ...]
    paths: frozenset[str]
    problems: tuple[Problem, ...]


def list_tree(root: Path, reading: Reading) -> Tree:
    """Return the files below a root.

    Args:
        root: folder of `smq.yaml`.
        reading: which files are documents.
    """
    documents: list[File] = []
    paths: set[str] = set()
    problems: list[Problem] = []
    for entry, path in _walk(root.resolve(), root, "", problems):
        in_the_way = _in_the_way(entry.name, path)
        if in_the_way:
            problems.append(in_the_way)
            continue
        # A disk of macOS hands out decomposed accents; settings and links are compared in NFC.
        composed = normalize("NFC", path)
        paths.update((path, composed))
        if reading.is_document(composed):
            stamp = _stamp(entry)
            if stamp:
                documents.append(File(path, *stamp))
    documents.sort(key=lambda file: file.path)
    return Tree(tuple(documents), frozenset(paths), tuple(problems))


def _walk(
    root: Path, folder: Path | str, prefix: str, problems: list[Problem]
) -> Iterator[tuple["os.DirEntry[str]", str]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        place = Location(prefix.rstrip("/") or ".")
        problems.append(Problem("unreadable-header", place, (("reason", FOLDER_NOT_OPENED),)))
        return
    for entry in entries:
        name = entry.name
        path = f"{prefix}{name}"
        if not _is_unicode(name):
            place = Location(path.encode(errors="replace").decode())
            problems.append(Problem("unreadable-header", place, (("reason", ODD_NAME),)))
        elif entry.is_symlink():
            target = _target(entry)
            if target and not target.is_relative_to(root):
                problems.append(Problem("leaves-folder", Location(path), (("path", path),)))
            elif target and target.is_file():
                yield entry, path
        elif entry.is_dir(follow_symlinks=False):
            if not name.startswith(".") and path not in _OUT:
                yield from _walk(root, entry.path, f"{path}/", problems)
        elif _is_ours(name) and entry.is_file(follow_symlinks=False):
            yield entry, path


def _is_ours(name: str) -> bool:
    return not name.startswith(".") or name.startswith(".~lock.")


def _is_unicode(name: str) -> bool:
    return name.isascii() or not any("\ud800" <= char <= "\udfff" for char in name)


def _target(link: "os.DirEntry[str]") -> Path | None:
    """Return where a symbolic link leads, None when it goes round in circles."""
    try:
        return Path(link.path).resolve()
    except (OSError, RuntimeError):
        return None


def _stamp(entry: "os.DirEntry[str]") -> tuple[int, int, int] | None:
    """Return mtime, size and inode of a file, None when it was removed in the meantime."""
    try:
        stat = entry.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size, entry.inode()


def is_left_by_a_program(name: str) -> bool:
    """Return whether a file is a lock or a conflict copy, by its name: nobody wrote it."""
    return _in_the_way(name, name) is not None


def _in_the_way(name: str, path: str) -> Problem | None:
    if name.startswith(("~$", ".~lock.")):
        return Problem("lock-file", Location(path))
    conflict = _CONFLICT.match(name) if "conf" in name.lower() else None
    if conflict:
        original = conflict["name"] + conflict["suffix"]
        return Problem("conflict-copy", Location(path), (("original", original),))
    return None
