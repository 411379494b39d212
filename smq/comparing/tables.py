"""Two versions of a table: columns, then rows, then cells."""

from collections.abc import Sequence

from smq.comparing.aligning import Pair, aligned
from smq.comparing.result import BlockChange, RowChange
from smq.comparing.words import Change, Part, likeness, words

Row = tuple[str, ...]

_SAME_FIRST = 0.9
"""Likeness of rows whose first cell is the same: it names them."""
_LEAST = 0.4


def table_change(before: Sequence[Row], after: Sequence[Row]) -> BlockChange:
    """Return what changed in a table; nothing of either version is left out.

    Args:
        before: its rows, that of titles first.
        after: likewise.
    """
    columns = aligned(_first(before), _first(after), str, likeness, 0.5)
    common = [(i, j) for i, j in columns if i is not None and j is not None]
    titles = _row(before[0] if before else (), after[0] if after else (), columns)
    olds, news = before[1:], after[1:]
    known_old = [_kept(row, [i for i, _j in common]) for row in olds]
    known_new = [_kept(row, [j for _i, j in common]) for row in news]
    pairs = aligned(known_old, known_new, lambda row: row, _rows_alike, _LEAST)
    rows = [titles]
    for i, j in pairs:
        one = olds[i] if i is not None else None
        other = news[j] if j is not None else None
        rows.append(_row(one, other, columns))
    same = all(row.how is Change.SAME for row in rows)
    return BlockChange("table", Change.SAME if same else Change.CHANGED, rows=tuple(rows))


def whole_table(rows: Sequence[Row], how: Change) -> BlockChange:
    """Return a table that came or went whole."""
    return BlockChange(
        "table",
        how,
        rows=tuple(RowChange(how, tuple(_alone(cell, how) for cell in row)) for row in rows),
    )


def _first(rows: Sequence[Row]) -> Row:
    return rows[0] if rows else ()


def _row(before: Row | None, after: Row | None, columns: Sequence[Pair]) -> RowChange:
    cells = []
    for i, j in columns:
        old = before[i] if before is not None and i is not None else ""
        new = after[j] if after is not None and j is not None else ""
        cells.append(words(old, new))
    if before is None or after is None:
        return RowChange(Change.ADDED if before is None else Change.REMOVED, tuple(cells))
    same = all(part.how is Change.SAME for cell in cells for part in cell)
    return RowChange(Change.SAME if same else Change.CHANGED, tuple(cells))


def _alone(cell: str, how: Change) -> tuple[Part, ...]:
    return words(cell, "") if how is Change.REMOVED else words("", cell)


def _kept(row: Row, places: Sequence[int]) -> Row:
    return tuple(row[place] for place in places)


def _rows_alike(one: Row, other: Row) -> float:
    if one and other and one[0] and one[0] == other[0]:
        return _SAME_FIRST
    return likeness(" ".join(one), " ".join(other))
