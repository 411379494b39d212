"""Keeps the facts of unchanged files in `.smq/`, which git ignores (`contracts.md` §4).

An entry holds while the file's mtime, size and inode, the settings and the version of smq are the
same, and the file is older than the cache by two seconds: git's rule for files written in the same
tick. JSON, so that nothing that lies in a shared folder is ever executed.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from smq import __version__, private
from smq.load.facts import FileFacts
from smq.load.tree import File
from smq.model import (
    Body,
    BrokenTable,
    Fields,
    Heading,
    Items,
    Location,
    Mention,
    Node,
    PathLink,
    Placeholder,
    Problem,
    Scalar,
    Table,
    WikiLink,
)

_NAME = "facts.json"
_RACY_NS = 2_000_000_000
_BODY: dict[str, Any] = {
    "headings": Heading,
    "mentions": Mention,
    "wrong_case": Mention,
    "wiki_links": WikiLink,
    "path_links": PathLink,
    "pictures": PathLink,
    "tables": Table,
    "broken_tables": BrokenTable,
    "placeholders": Placeholder,
}


@dataclass
class Cache:
    """Facts by path.

    Attributes:
        root: of the platform.
        key: digest of what facts depend on besides the file; another key empties the cache.
    """

    root: Path
    key: str
    _old: dict[str, Any] = field(default_factory=dict)
    _new: dict[str, Any] = field(default_factory=dict)
    _written_ns: int = 0
    _changed: bool = False

    @classmethod
    def open(cls, root: Path, *settings: bytes) -> "Cache":
        """Return the cache of a platform for these settings."""
        digest = sha256(__version__.encode())
        for part in settings:
            digest.update(len(part).to_bytes(8, "big") + part)
        cache = cls(root, digest.hexdigest())
        kept = private.kept(root, _NAME)
        if kept:
            cache._old = _files(kept.content, cache.key)
            cache._written_ns = kept.mtime_ns
        return cache

    def get(self, file: File) -> FileFacts | None:
        """Return the facts kept for a file, None when it may have changed."""
        entry = self._old.get(file.path)
        if entry is None or file.mtime_ns > self._written_ns - _RACY_NS:
            return None
        try:
            facts = _facts(entry[1]) if entry[0] == _stamp(file) else None
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            return None
        if facts:
            self._new[file.path] = entry
        return facts

    def put(self, file: File, facts: FileFacts) -> None:
        """Keep the facts of a file."""
        self._new[file.path] = [_stamp(file), _plain(facts)]
        self._changed = True

    def save(self) -> None:
        """Write the cache when it changed."""
        if not self._changed and len(self._new) == len(self._old):
            return
        files = json.dumps(self._new, ensure_ascii=False, separators=(",", ":")).encode()
        private.keep(self.root, _NAME, _head(self.key, files) + files)


def _head(key: str, files: bytes) -> bytes:
    """Return the first line of the file: the settings, and a digest that tells a damaged cache."""
    return f"{key} {sha256(files).hexdigest()}\n".encode()


def _files(content: bytes, key: str) -> dict[str, Any]:
    """Return what was written for these settings, nothing when it is not exactly that."""
    head, newline, files = content.partition(b"\n")
    if head + newline != _head(key, files):
        return {}
    found = json.loads(files)
    return found if isinstance(found, dict) else {}


def _stamp(file: File) -> list[int]:
    return [file.mtime_ns, file.size, file.inode]


def _plain(facts: FileFacts) -> list[Any]:
    return [
        None if facts.header is None else _plain_node(facts.header),
        facts.header_end,
        {name: [_row(f) for f in found] for name in _BODY if (found := getattr(facts.body, name))},
        [_row(p) for p in facts.header_placeholders],
        [[p.kind, _row(p.location), p.values, p.code] for p in facts.problems],
        facts.readable,
    ]


def _row(fact: Any) -> list[Any]:
    """Return the values of a flat frozen value; `dataclasses.astuple` is ten times slower."""
    return [getattr(fact, name) for name in fact.__slots__]


def _plain_node(node: Node) -> list[Any]:
    if isinstance(node, Scalar):
        return [node.text, node.line, node.column, node.quoted]
    if isinstance(node, Items):
        return [node.line, node.column, [_plain_node(item) for item in node.items]]
    entries = [[_plain_node(key), _plain_node(value)] for key, value in node.entries]
    return [node.line, node.column, entries, None, None]


def _facts(row: list[Any]) -> FileFacts:
    header, header_end, body, placeholders, problems, readable = row
    node = None if header is None else _node(header)
    if node is not None and not isinstance(node, Fields):
        raise ValueError
    facts: dict[str, Any] = {
        name: tuple(_fact(name, f) for f in found) for name, found in body.items()
    }
    return FileFacts(
        header=node,
        header_end=header_end,
        body=Body(**facts),
        header_placeholders=tuple(Placeholder(*p) for p in placeholders),
        problems=tuple(
            Problem(kind, Location(*place), tuple((n, v) for n, v in values), code)
            for kind, place, values, code in problems
        ),
        readable=readable,
    )


def _fact(name: str, row: list[Any]) -> object:
    if name == "tables":
        columns, rows, line, column = row
        return Table(columns, tuple((number, cells) for number, cells in rows), line, column)
    return _BODY[name](*row)


def _node(row: list[Any]) -> Node:
    if len(row) == 4:
        return Scalar(*row)
    if len(row) == 3:
        return Items(tuple(_node(item) for item in row[2]), row[0], row[1])
    entries = tuple((Scalar(*key), _node(value)) for key, value in row[2])
    return Fields(entries, row[0], row[1])
