"""Cuts YAML into entries that keep their own lines, and writes values on one line."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from smq.load.yaml import Fault, parse
from smq.merging.lines import lines_of
from smq.model import Fields, Items, Node, Scalar, plain, text_of

_NAMES = ("id", "code", "nom")
"""What tells one item of a list from the others, where all of them have it."""
_UNSAFE = re.compile(r"[,\[\]{}\n]|: |:$| #|^[-?:](?: |$)|^[&*!|>'\"%@`#]|^\s|\s$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A field of a mapping or an item of a list.

    Attributes:
        key: name of the field; what tells an item from the others.
        text: its own lines, with comments and blank lines below.
        value: what was read there.
    """

    key: str
    text: str
    value: Node


@dataclass(frozen=True, slots=True)
class Cut:
    """A mapping or a list, one entry after the other.

    Attributes:
        lead: comments above the first entry.
        entries: in the order of the text.
        indent: column of the keys or dashes, from 0.
        listed: it is a list.
    """

    lead: str = ""
    entries: tuple[Entry, ...] = ()
    indent: int = 0
    listed: bool = False

    @property
    def by_key(self) -> dict[str, Entry]:
        """Return the entries by their key."""
        return {entry.key: entry for entry in self.entries}


def cut(text: str) -> Cut | None:
    """Return a text cut into entries, None when it is neither a mapping nor a list, or unreadable.

    Args:
        text: YAML with LF line ends; what is written on one line between brackets is unfolded.
    """
    node = parse(text)
    if node is None:
        return Cut(lead=text)
    if isinstance(node, Fault | Scalar):
        return None
    lines = lines_of(text)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if is_folded(text, node):
        return Cut(listed=isinstance(node, Items)) if _is_empty(node) else cut(unfolded(node))
    return _cut_fields(lines, node) if isinstance(node, Fields) else _cut_items(lines, node)


def is_folded(text: str, node: Node) -> bool:
    """Return whether a value is written between brackets or braces."""
    line = lines_of(text)[node.line - 1]
    return not isinstance(node, Scalar) and line[node.column - 1 : node.column] in ("[", "{")


def unfolded(node: Node, indent: int = 0) -> str:
    """Return a mapping or a list with one entry a line."""
    space = " " * indent
    if isinstance(node, Fields):
        return "".join(f"{space}{folded(name)}: {folded(value)}\n" for name, value in node.entries)
    items = node.items if isinstance(node, Items) else ()
    return "".join(f"{space}- {folded(item)}\n" for item in items)


def folded(node: Node) -> str:
    """Return a value on one line."""
    if isinstance(node, Scalar):
        if node.quoted or _UNSAFE.search(node.text):
            return json.dumps(node.text, ensure_ascii=False)
        return node.text or "null"
    if isinstance(node, Items):
        return f"[{', '.join(folded(item) for item in node.items)}]"
    return f"{{{', '.join(f'{folded(name)}: {folded(value)}' for name, value in node.entries)}}}"


def shifted(text: str, by: int) -> str:
    """Return lines moved to the right, or to the left where there is room."""
    if by >= 0:
        return "".join(" " * by + line if line.strip() else line for line in lines_of(text))
    cut_off = re.compile(rf"^ {{0,{-by}}}", re.MULTILINE)
    return cut_off.sub("", text)


def item_names(lists: Iterable[Sequence[Node]]) -> str | None:
    """Return the field that tells the items of some lists apart, None when there is none."""
    known = [items for items in lists if items]
    for name in _NAMES if known else ():
        if all(_tells_apart(name, items) for items in known):
            return name
    return None


def named(sequence: Cut, name: str | None) -> Cut:
    """Return a list whose entries are known by a field, or by all they hold when it is None."""
    entries: dict[str, Entry] = {}
    for entry in sequence.entries:
        whole = json.dumps(plain(entry.value), ensure_ascii=False, sort_keys=True)
        key = _name_of(entry.value, name) if name else whole
        # The same item twice in one list is one item: it says nothing more.
        entries.setdefault(key or whole, Entry(key or whole, entry.text, entry.value))
    return Cut(sequence.lead, tuple(entries.values()), sequence.indent, listed=True)


def _cut_fields(lines: list[str], node: Fields) -> Cut | None:
    starts = [name.line - 1 for name, _value in node.entries]
    names = [name.text for name, _value in node.entries]
    if len(set(names)) < len(names) or len(set(starts)) < len(starts):
        return None
    texts = _between(lines, starts)
    entries = [
        Entry(name.text, text, value)
        for (name, value), text in zip(node.entries, texts, strict=True)
    ]
    return Cut("".join(lines[: starts[0]]), tuple(entries), node.entries[0][0].column - 1)


def _cut_items(lines: list[str], node: Items) -> Cut | None:
    indent = node.column - 1
    dash = " " * indent + "-"
    starts = [n for n, line in enumerate(lines) if line.startswith(dash) and n >= node.line - 1]
    if len(starts) != len(node.items):
        return None
    texts = _between(lines, starts)
    entries = [Entry("", text, item) for item, text in zip(node.items, texts, strict=True)]
    return Cut("".join(lines[: starts[0]]), tuple(entries), indent, listed=True)


def _between(lines: list[str], starts: list[int]) -> list[str]:
    ends = [*starts[1:], len(lines)]
    return ["".join(lines[start:end]) for start, end in zip(starts, ends, strict=True)]


def _is_empty(node: Node) -> bool:
    return not (node.items if isinstance(node, Items) else isinstance(node, Scalar) or node.entries)


def _tells_apart(name: str, items: Sequence[Node]) -> bool:
    found = [_name_of(item, name) for item in items]
    return None not in found and len(set(found)) == len(found)


def _name_of(node: Node, name: str) -> str | None:
    return text_of(node.get(name)) if isinstance(node, Fields) else None
