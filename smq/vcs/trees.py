"""Versions as lists of files, contents by their name, and who changed what between two versions."""

import tempfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smq.vcs.feeding import fed
from smq.vcs.repository import Repository


@dataclass(frozen=True, slots=True)
class Author:
    """Who changed a file, and when last."""

    name: str
    day: date


def files_at(here: Repository, revision: str) -> dict[str, tuple[str, str]]:
    """Return path from the top → mode and name of the content, of all files of a version."""
    listed = fed(here, "ls-tree", "-r", "-z", "--full-tree", revision)
    found = {}
    for entry in _text(listed).split("\0"):
        about, tab, path = entry.partition("\t")
        if tab:
            mode, _kind, blob = about.split(" ")
            found[path] = (mode, blob)
    return found


def moved(here: Repository, before: str, after: str) -> dict[str, str]:
    """Return path before → path after, of the files that git sees moved between two versions."""
    options = ("--raw", "--no-abbrev", "-z", "--find-renames", "--diff-filter=R")
    fields = iter(_text(fed(here, "diff-tree", "-r", *options, before, after)).split("\0"))
    return {next(fields): next(fields) for field in fields if field.startswith(":")}


def contents(here: Repository, blobs: Iterable[str]) -> dict[str, bytes]:
    """Return contents by their names, from one process of git."""
    asked = list(dict.fromkeys(blobs))
    if not asked:
        return {}
    said = fed(here, "cat-file", "--batch", lines=(b.encode() for b in asked), end=b"\n")
    found, place = {}, 0
    for blob in asked:
        head = said.index(b"\n", place)
        size = int(said[place:head].rpartition(b" ")[2])
        found[blob] = said[head + 1 : head + 1 + size]
        place = head + size + 2
    return found


def as_on_disk(here: Repository, revision: str, paths: Collection[str]) -> dict[str, bytes]:
    """Return files of a version as git would write them here: line ends and filters applied.

    Args:
        here: the repository.
        revision: which version.
        paths: files of that version, from the top.
    """
    if not paths:
        return {}
    with tempfile.TemporaryDirectory(prefix="smq-") as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        fed(here, "read-tree", revision, environment=index)
        there = Path(folder) / "files"
        options = ("checkout-index", "-z", "--stdin", f"--prefix={there}/")
        fed(here, *options, lines=map(_raw, paths), environment=index)
        return {path: (there / path).read_bytes() for path in paths}


def as_recorded(here: Repository, paths: Collection[str]) -> dict[str, str]:
    """Return the name that git would give to the content of files of the work tree."""
    if not paths:
        return {}
    top = Path(str(here.repo.working_tree_dir))
    there = [path for path in paths if (top / path).is_file()]
    said = fed(here, "hash-object", "--stdin-paths", lines=map(_raw, there), end=b"\n")
    return dict(zip(there, said.decode().split(), strict=True))


def authors(here: Repository, before: str | None, after: str) -> Mapping[str, tuple[Author, ...]]:
    """Return path from the top → who changed it since a version, or ever; the last one first."""
    said = fed(
        here,
        *("-c", "core.quotePath=false", "-c", "log.showSignature=false", "log", "--no-color"),
        *("--no-ext-diff", "--no-relative", "--no-renames", "--name-only", "-z", "--no-merges"),
        *("--format=%x01%an%x02%cs", f"{before}..{after}" if before else after),
    )
    found: dict[str, dict[str, Author]] = {}
    author = None
    for field in _text(said).replace("\n", "\0").split("\0"):
        if field.startswith("\x01"):
            name, _mark, day = field[1:].partition("\x02")
            author = Author(name, date.fromisoformat(day))
        elif field and author:
            found.setdefault(field, {}).setdefault(author.name, author)
    return {path: tuple(people.values()) for path, people in found.items()}


def changed_between(here: Repository, before: str, after: str) -> dict[str, str | None]:
    """Return path → name of its content afterwards, None when removed, of what two versions differ.

    Raises:
        GitCommandError: git refuses.
    """
    options = ("-r", "--raw", "--no-abbrev", "-z", "--no-renames")
    fields = iter(_text(fed(here, "diff-tree", *options, before, after)).split("\0"))
    found: dict[str, str | None] = {}
    for field in fields:
        if field.startswith(":"):
            blob = field.split(" ")[3]
            found[next(fields)] = None if set(blob) == {"0"} else blob
    return found


def _raw(path: str) -> bytes:
    return path.encode("utf-8", errors="surrogateescape")


def _text(said: bytes) -> str:
    return said.decode("utf-8", errors="surrogateescape")
