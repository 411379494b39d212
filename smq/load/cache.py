"""Keeps the facts of unchanged files in `.smq/`, which git ignores (`contracts.md` §4).

An entry holds while the file's mtime, size and inode, the settings and the version of smq are the
same, and the file is older than the cache by two seconds: git's rule for files written in the same
tick. JSON, so that nothing that lies in a shared folder is ever executed; a line a file, so that
what is kept for others costs no value.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from smq import __version__, private
from smq.load import shared
from smq.load.facts import FileFacts
from smq.load.tree import File
from smq.model import (
    Body,
    BrokenTable,
    Fields,
    Items,
    Location,
    Mention,
    Node,
    PathLink,
    Placeholder,
    Problem,
    Scalar,
    WikiLink,
)

_NAME = "facts.jsonl"
_RACY_NS = 2_000_000_000
_BODY: dict[str, Any] = {
    "headings": shared.heading,
    "mentions": Mention,
    "wrong_case": Mention,
    "wiki_links": WikiLink,
    "path_links": PathLink,
    "pictures": PathLink,
    "tables": shared.table,
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
    _old: dict[str, bytes] = field(default_factory=dict)
    _new: dict[str, bytes] = field(default_factory=dict)
    _written_ns: int = 0
    _changed: bool = False

    @classmethod
    def open(cls, root: Path, *settings: bytes) -> "Cache":
        """Return the cache of a platform for these settings."""
        cache = cls(root, private.digest(__version__.encode(), *settings))
        kept = private.kept(root, _NAME)
        if kept:
            cache._old = _lines(kept.content, cache.key)
            cache._written_ns = kept.mtime_ns
        return cache

    def get(self, file: File) -> FileFacts | None:
        """Return the facts kept for a file, None when it may have changed."""
        line = self._old.get(file.path)
        if line is None or file.mtime_ns > self._written_ns - _RACY_NS:
            return None
        try:
            stamp, row = json.loads(line)
            facts = _facts(row) if stamp == _stamp(file) else None
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            return None
        if facts:
            self._new[file.path] = line
        return facts

    def put(self, file: File, facts: FileFacts) -> None:
        """Keep the facts of a file."""
        entry = [_stamp(file), _plain(facts)]
        self._new[file.path] = json.dumps(entry, separators=(",", ":")).encode()
        self._changed = True

    def save(self) -> None:
        """Write the cache when it changed."""
        if not self._changed and len(self._new) == len(self._old):
            return
        lines = b"\n".join(json.dumps(p).encode() + b"\t" + line for p, line in self._new.items())
        private.keep(self.root, _NAME, _head(self.key, lines) + lines)


def _head(key: str, lines: bytes) -> bytes:
    """Return the first line of the file: the settings, and a digest that tells a damaged cache."""
    return f"{key} {private.digest(lines)}\n".encode()


def _lines(content: bytes, key: str) -> dict[str, bytes]:
    """Return what was written for these settings, nothing when it is not exactly that."""
    head, newline, lines = content.partition(b"\n")
    if head + newline != _head(key, lines):
        return {}
    parts = (line.partition(b"\t") for line in lines.split(b"\n"))
    try:
        return {str(json.loads(path)): entry for path, _tab, entry in parts}
    except ValueError:
        return {}


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
        name: tuple([_fact(name, f) for f in found]) for name, found in body.items()
    }
    if "headings" in facts:
        facts["headings"] = shared.outline(facts["headings"])
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
        listed = tuple([shared.row(number, cells) for number, cells in rows])
        return shared.table(columns, listed, line, column)
    return _BODY[name](*row)


def _node(row: list[Any]) -> Node:
    if len(row) == 4:
        return shared.scalar(*row)
    if len(row) == 3:
        return Items(tuple(_node(item) for item in row[2]), row[0], row[1])
    entries = tuple([shared.entry(shared.scalar(*key), _node(value)) for key, value in row[2]])
    return Fields(entries, row[0], row[1])
