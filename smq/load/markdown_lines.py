"""Headings and tables of a plain Markdown text, line by line."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from smq.load.markdown_text import CODE

_MARKERS = " >*+-0123456789.)"
"""What may stand before the text of a line in lists and quotations."""
_SPECIAL = frozenset(f"{_MARKERS}=:|#")
"""With what a line begins that is perhaps no prose."""
_HEADING = re.compile(r"(#{1,6})(?: (.*))?", re.DOTALL)
_MARKUP = re.compile(r"[*_`]|\[\[|\]\(")
_CLOSING = re.compile(r"(?:^| )#+$")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+ *")
_DEEPEST = 24
_MOST_CELLS = 60_000


class Unusual(Exception):  # noqa: N818 - no error: the parser takes over
    """The text holds something that only the Markdown parser can read."""


@dataclass(slots=True)
class Lines:
    """What the lines of a text are.

    Attributes:
        headings: (offset, offset of the end, level, text) each.
        tables: (offset, columns, (offset, cells) of each body row) each.
    """

    headings: list[tuple[int, int, int, str]] = field(default_factory=list)
    tables: list[tuple[int, int, list[tuple[int, int]]]] = field(default_factory=list)


def scan_lines(text: str) -> Lines:
    """Return the headings and tables of a text without fenced code, comments, tabs and escapes.

    Raises:
        Unusual: a line could be indented code, a heading underlined or inside a list, or a table
            that is not written with a pipe at both ends.
    """
    found = Lines()
    lines = text.split("\n")
    ticks = "`" in text
    offset = index = 0
    # Whether a block begins here whatever stood before: no paragraph or list item goes on.
    fresh = True
    while index < len(lines):
        line = lines[index]
        if ticks and line.count("`") % 2:
            raise Unusual
        first = line[:1]
        if first not in _SPECIAL:
            fresh = first in ("", CODE)
        elif first == "|":
            index, offset = _add_table(found, lines, index, offset, fresh=fresh)
            fresh = False
            continue
        elif first == "#":
            heading = _heading(line)
            if heading:
                found.headings.append((offset, offset + len(line), *heading))
            fresh = heading is not None
        else:
            fresh = _is_rule_or_blank(line, fresh=fresh)
        offset += len(line) + 1
        index += 1
    return found


@lru_cache(maxsize=512)
def _heading(line: str) -> tuple[int, str] | None:
    """Return level and text of a heading; the documents of one type have the same ones."""
    match = _HEADING.fullmatch(line)
    if not match:
        return None
    title = (match[2] or "").strip(" ")
    if _MARKUP.search(title):
        raise Unusual
    if title.endswith("#"):
        title = _CLOSING.sub("", title)
    return len(match[1]), title.strip()


def _is_rule_or_blank(line: str, *, fresh: bool) -> bool:
    """Return whether nothing of this line goes on; raise Unusual when it may be structure."""
    rest = line.lstrip(_MARKERS)
    if not rest.strip(f"{_MARKERS}|:="):
        bare = line.rstrip(" ")
        if not bare:
            return True
        if fresh and len(bare) > 2 and not bare.strip("-"):
            return True
        raise Unusual
    prefix = line[: len(line) - len(rest)]
    if len(prefix) > _DEEPEST or "    " in prefix or rest[0] == "|":
        raise Unusual
    if rest[0] == "#" and _HEADING.fullmatch(rest):
        raise Unusual
    return False


def _add_table(
    found: Lines, lines: list[str], index: int, offset: int, *, fresh: bool
) -> tuple[int, int]:
    """Add the table that begins at a line, and return the line after it and its offset."""
    end = index
    while end < len(lines) and lines[end][:1] == "|":
        end += 1
    rows = lines[index:end]
    if not fresh or len(rows) < 2 or not _RULE.fullmatch(rows[1]) or not _ends(lines, end):
        raise Unusual
    columns = _cells(rows[0])
    if not rows[0].rstrip(" ").endswith("|") or columns != _cells(rows[1]):
        raise Unusual
    if columns * len(rows) > _MOST_CELLS:
        raise Unusual
    start = offset
    offset += len(rows[0]) + len(rows[1]) + 2
    body: list[tuple[int, int]] = []
    for row in rows[2:]:
        cells = _cells(row)
        # The parser drops the cells beyond the last column, and codes with them.
        if cells > columns:
            raise Unusual
        body.append((offset, cells))
        offset += len(row) + 1
    found.tables.append((start, columns, body))
    return end, offset


def _ends(lines: list[str], end: int) -> bool:
    """Return whether a table cannot go on at this line."""
    if end == len(lines):
        return True
    line = lines[end]
    return not line.strip(" ") or line[0] == CODE or _HEADING.fullmatch(line) is not None


def _cells(row: str) -> int:
    if "`" in row and any(cell.count("`") % 2 for cell in row.split("|")):
        raise Unusual
    bare = row.rstrip(" ")
    if bare[-1].isspace():
        raise Unusual
    return bare.count("|") - bare.endswith("|")
