"""Opens one entry of a YAML text around its value, and closes it again around another."""

import re
from dataclasses import dataclass

from smq.load.yaml import Fault, parse
from smq.merging.lines import lines_of
from smq.merging.yaml_parts import Entry, folded, is_folded
from smq.model import Fields, Items, Node

_BELOW = re.compile(r"(?:^[ \t]*(?:#[^\n]*)?\n)*\Z", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Opened:
    """An entry around its value.

    Attributes:
        head: what stands before the value; the lines of its key, or nothing where a dash was taken
            out.
        value: YAML of the value.
        below: comments and blank lines after a value written between brackets.
        on_one_line: the value is written between brackets.
        listed: the value is a list.
        dash: column of the dash taken out, None when there was none.
    """

    head: str
    value: str
    below: str = ""
    on_one_line: bool = False
    listed: bool = False
    dash: int | None = None

    def closed(self, value: str) -> str | None:
        """Return the entry around another value, None when nothing readable would be left.

        Args:
            value: YAML, one entry a line or more.
        """
        node = parse(value)
        if isinstance(node, Fault):
            return None
        if node is None:
            empty = "[]" if self.listed else "{}"
            return None if self.dash is not None else f"{self.head.rstrip()} {empty}\n{self.below}"
        if self.on_one_line:
            return f"{self.head}{folded(node)}\n{self.below}"
        if self.dash is not None:
            return f"{value[: self.dash]}-{value[self.dash + 1 :]}"
        return self.head + value


def opened(entry: Entry) -> Opened:
    """Return an entry around its value, which is a mapping or a list."""
    whole = parse(entry.text)
    if isinstance(whole, Fields):
        value = whole.entries[0][1]
        line = whole.entries[0][0].line
    elif isinstance(whole, Items):
        value, line = whole.items[0], whole.line
    else:
        return Opened("", entry.text)
    listed = isinstance(value, Items)
    if is_folded(entry.text, value):
        return _on_one_line(entry.text, value, listed=listed)
    if isinstance(whole, Items):
        dash = whole.column - 1
        return Opened("", f"{entry.text[:dash]} {entry.text[dash + 1 :]}", dash=dash, listed=listed)
    lines = lines_of(entry.text)
    return Opened("".join(lines[:line]), "".join(lines[line:]), listed=listed)


def _on_one_line(text: str, value: Node, *, listed: bool) -> Opened:
    lines = lines_of(text)
    start = sum(len(line) for line in lines[: value.line - 1]) + value.column - 1
    below = _BELOW.search(text, start)
    end = below.start() if below else len(text)
    return Opened(text[:start], text[start:end], text[end:], on_one_line=True, listed=listed)
