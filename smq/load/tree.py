"""Lists the files of a platform's folder: what to read, what a link may lead to, what is in the way."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import translate
from pathlib import Path
from unicodedata import normalize

from smq.model import Location, Problem

_CONFLICT = re.compile(
    r"(?P<name>.+?)(?:"
    r" ?\((?:[^()]*(?:conflicted copy|copie en conflit|conflict|SFConflict)[^()]*)\)"
    r"|\.sync-conflict-[\w-]+"
    r"|_conflict-\d[\d-]*"
    r")(?P<suffix>\.\w+)$",
    re.IGNORECASE,
)
_OUT = frozenset({"livrables"})


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
        problems: lock files, conflict copies, links that leave the folder.
    """

    documents: tuple[File, ...]
    paths: frozenset[str]
    problems: tuple[Problem, ...]


def list_tree(root: Path, roots: tuple[str, ...], ignore: tuple[str, ...]) -> Tree:
    """Return the files below a root.

    Args:
        root: folder of `smq.yaml`.
        roots: folders, relative to it, whose `.md` files are documents.
        ignore: globs of paths that are no documents.
    """
    documents: list[File] = []
    paths: set[str] = set()
    problems: list[Problem] = []
    ignored = _globs(ignore)
    folders = tuple(r.strip("/") for r in roots)
    for entry, path in _walk(root, root, "", problems):
        in_the_way = _in_the_way(entry.name, path)
        if in_the_way:
            problems.append(in_the_way)
            continue
        paths.add(path)
        paths.add(normalize("NFC", path))
        if path.endswith(".md") and _below(path, folders) and not (ignored and ignored.match(path)):
            stat = entry.stat()
            documents.append(File(path, stat.st_mtime_ns, stat.st_size, entry.inode()))
    documents.sort(key=lambda file: file.path)
    return Tree(tuple(documents), frozenset(paths), tuple(problems))


def _walk(
    root: Path, folder: Path | str, prefix: str, problems: list[Problem]
) -> Iterator[tuple["os.DirEntry[str]", str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        name = entry.name
        path = f"{prefix}{name}"
        if entry.is_symlink():
            if not Path(entry.path).resolve().is_relative_to(root.resolve()):
                problems.append(Problem("leaves-folder", Location(path), (("path", path),)))
            elif entry.is_file():
                yield entry, path
        elif entry.is_dir(follow_symlinks=False):
            if not name.startswith(".") and path not in _OUT:
                yield from _walk(root, entry.path, f"{path}/", problems)
        elif not name.startswith(".") or name.startswith(".~lock."):
            yield entry, path


def _below(path: str, folders: tuple[str, ...]) -> bool:
    return any(folder in ("", ".") or path.startswith(f"{folder}/") for folder in folders)


def _in_the_way(name: str, path: str) -> Problem | None:
    if name.startswith(("~$", ".~lock.")):
        return Problem("lock-file", Location(path))
    conflict = _CONFLICT.match(name)
    if conflict:
        original = conflict["name"] + conflict["suffix"]
        return Problem("conflict-copy", Location(path), (("original", original),))
    return None


def _globs(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return one pattern for globs in which `**/` also stands for no folder at all."""
    if not patterns:
        return None
    spelled = [p for pattern in patterns for p in {pattern, pattern.replace("**/", "")}]
    return re.compile("|".join(translate(p) for p in spelled))
