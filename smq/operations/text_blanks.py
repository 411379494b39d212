"""Placeholders of a document's text: what surrounds each, and writing in their place."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from smq.load import markdown_text as grammar
from smq.model import Body, Heading, Table
from smq.operations.header_edit import decoded
from smq.operations.literal import in_cell

_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r)|[^\n\r]+$")
_EXAMPLE = re.compile(r"[\s>]*>\s*[*_]*(?:exemple|example)s?[*_]*\s*:[*_]*\s*", re.IGNORECASE)
_QUOTE = re.compile(r"\s{0,3}>")
_HEADING = re.compile(r"\s{0,3}#{1,6}(\s|$)")
_TICKS = re.compile(r"`+")
_MARGIN = re.compile(r"[\s>]*")


@dataclass(frozen=True, slots=True)
class Spot:
    """A placeholder of the text.

    Attributes:
        expected: what is asked for.
        line, column: where it begins in the file.
        headings: titles above it, from the highest.
        table: which table of the text it lies in, counted from 0, or None.
        row: number of its row, from 1; None outside a table or in the head of one.
        columns: titles of the columns of that table.
        label: title of its column.
        example: the example below its block.
    """

    expected: str | None
    line: int
    column: int
    headings: tuple[str, ...] = ()
    table: int | None = None
    row: int | None = None
    columns: tuple[str, ...] = ()
    label: str | None = None
    example: str | None = None


def spots(raw: bytes, path: str, body: Body) -> Iterator[Spot]:
    """Yield the placeholders of a text, in order.

    Args:
        raw: the bytes of the file.
        path: named when the file cannot be read.
        body: its facts.

    Raises:
        SmqError: the file is not UTF-8.
    """
    if not body.placeholders:
        return
    lines = _lines(decoded(raw, path))
    for placeholder in body.placeholders:
        example = _example(lines, _block(lines, placeholder.line)[1])
        spot = Spot(
            placeholder.expected,
            placeholder.line,
            placeholder.column,
            _above(body.headings, placeholder.line),
            example=_shown(lines[example[0] : example[1]]) if example else None,
        )
        yield _placed(spot, body.tables, lines)


def replaced(
    whole: str,
    place: tuple[int, int],
    answer: str,
    own: Sequence[str],
    written: Callable[[str, str], str],
) -> str | None:
    """Return the text with a placeholder replaced, None when its end is not found.

    Args:
        whole: the file, byte-order mark left out.
        place: line and column where the placeholder begins.
        answer: what takes its place, one line.
        own: patterns of the platform's own placeholders.
        written: how an answer is written there (`smq.operations.literal`), from what stands on its
            line before it.
    """
    line = _starts(_lines(whole))[place[0] - 1]
    start = line + place[1] - 1
    end = _end(whole, start, own)
    if end is None:
        return None
    # «[À compléter](address)» is a link: what is filled in is its words.
    is_link = whole[end : end + 1] == "("
    before = whole[line:start] + "[" * is_link
    answer = written(before, answer)
    return whole[:start] + (f"[{answer}]" if is_link else answer) + whole[end:]


def without_example(whole: str, line: int, body: Body) -> str:
    """Return the text without the example of a block, unless a placeholder is left in the block."""
    lines = _lines(whole)
    first, last = _block(lines, line)
    if any(first < placeholder.line <= last for placeholder in body.placeholders):
        return whole
    example = _example(lines, last)
    if example is None:
        return whole
    return "".join(lines[:last] + lines[example[1] :])


def row_below(whole: str, line: int, cells: Sequence[str]) -> str:
    """Return the text with a row below a line of a table, written as that line is."""
    lines = _lines(whole)
    above = lines[line - 1]
    bare = above.rstrip("\r\n")
    margin = (_MARGIN.match(bare) or [""])[0]
    inner = " | ".join(in_cell("", cell) for cell in cells)
    closed = bare[len(margin) :].startswith("|")
    end = above[len(bare) :] or _newline(whole)
    row = f"{margin}| {inner} |" if closed else f"{margin}{inner}"
    lines[line - 1] = bare + end
    lines.insert(line, row + (above[len(bare) :]))
    return "".join(lines)


def cells_of(whole: str, line: int) -> tuple[str, ...]:
    """Return the cells of a row of a table."""
    return _cells(_lines(whole)[line - 1])


def _lines(whole: str) -> list[str]:
    return _LINE.findall(whole)


def _starts(lines: Sequence[str]) -> list[int]:
    return [0, *accumulate(len(line) for line in lines)]


def _newline(whole: str) -> str:
    return "\r\n" if "\r\n" in whole else "\n"


def _above(headings: Sequence[Heading], line: int) -> tuple[str, ...]:
    kept: list[Heading] = []
    for heading in headings:
        if heading.line <= line:
            kept = [h for h in kept if h.level < heading.level] + [heading]
    return tuple(h.text for h in kept)


def _placed(spot: Spot, tables: Sequence[Table], lines: Sequence[str]) -> Spot:
    for number, table in enumerate(tables):
        rows = [line for line, _cells_there in table.rows]
        if not (table.line == spot.line or spot.line in rows):
            continue
        columns = _cells(lines[table.line - 1])
        text = lines[spot.line - 1]
        margin = len((_MARGIN.match(text) or [""])[0])
        at = (
            sum(
                1
                for offset, _cell in grammar.row_cells(text[margin:].rstrip("\r\n"))
                if margin + offset < spot.column
            )
            - 1
        )
        return Spot(
            spot.expected,
            spot.line,
            spot.column,
            spot.headings,
            number,
            rows.index(spot.line) + 1 if spot.line in rows else None,
            columns,
            columns[at] if 0 <= at < len(columns) and spot.line in rows else None,
            spot.example,
        )
    return spot


def _cells(line: str) -> tuple[str, ...]:
    bare = line.rstrip("\r\n")
    margin = (_MARGIN.match(bare) or [""])[0]
    return tuple(cell.strip() for _offset, cell in grammar.row_cells(bare[len(margin) :]))


def _block(lines: Sequence[str], line: int) -> tuple[int, int]:
    """Return where the lines of the block around a line begin and end, as a slice."""
    first, last = line - 1, line
    if _HEADING.match(lines[line - 1]):
        return first, last
    quoted = bool(_QUOTE.match(lines[line - 1]))
    while first > 0 and _continues(lines[first - 1], quoted):
        first -= 1
    while last < len(lines) and _continues(lines[last], quoted):
        last += 1
    return first, last


def _continues(line: str, quoted: bool) -> bool:
    return bool(line.strip()) and bool(_QUOTE.match(line)) == quoted and not _HEADING.match(line)


def _example(lines: Sequence[str], after: int) -> tuple[int, int] | None:
    """Return the slice of lines of the example that follows a block, or None."""
    first = after
    while first < len(lines) and not lines[first].strip():
        first += 1
    if first == len(lines) or not _EXAMPLE.match(lines[first]):
        return None
    last = first
    while last < len(lines) and _QUOTE.match(lines[last]):
        last += 1
    return first, last


def _shown(lines: Sequence[str]) -> str:
    first = _EXAMPLE.sub("", lines[0], count=1)
    rest = (_MARGIN.sub("", line, count=1) for line in lines[1:])
    return " ".join(" ".join((first, *rest)).split())


def _end(whole: str, start: int, own: Sequence[str]) -> int | None:
    """Return where the placeholder that begins at an offset ends."""
    end = _closing(whole, start)
    if end is not None:
        found = grammar.placeholders(grammar.cleaned(whole[start:end]))
        if found and found[0][0] == 0:
            return end
    for pattern in own:
        match = re.compile(pattern).match(whole, start)
        if match and match.end() > start:
            return match.end()
    return end


def _closing(whole: str, start: int) -> int | None:
    depth = 0
    at = start
    while at < len(whole):
        char = whole[at]
        if char == "\\":
            at += 1
        elif char == "`":
            # Brackets inside code are no brackets.
            ticks = _TICKS.match(whole, at)
            assert ticks is not None
            code = whole.find(ticks[0], ticks.end())
            at = code + len(ticks[0]) - 1 if code >= 0 else ticks.end() - 1
        elif char == "[":
            depth += 1
        elif char == "]":
            depth -= 1
            if depth == 0:
                return at + 1
        elif depth == 0:
            return None
        at += 1
    return None
