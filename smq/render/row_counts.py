"""How many rows each register holds: what a page says of `registres/`, and nothing more."""

import csv
from collections.abc import Iterable
from pathlib import Path

from smq.load import text

_FOLDER = "registres"


def row_counts(root: Path, tables: Iterable[str]) -> dict[str, int]:
    """Return table → rows of `registres/TABLE.csv`, its header left out; no file, no count."""
    found: dict[str, int] = {}
    for table in tables:
        try:
            decoded = text.decode((root / _FOLDER / f"{table}.csv").read_bytes())
        except OSError:
            continue
        if decoded is not None:
            found[table] = _rows(decoded.text)
    return found


def _rows(content: str) -> int:
    # A cell in quotes may hold line ends, and only the separator tells where a cell begins.
    lines = content.splitlines(keepends=True)
    separator = ";" if lines and ";" in lines[0] else ","
    try:
        rows = [row for row in csv.reader(lines, delimiter=separator) if any(map(str.strip, row))]
    except csv.Error:
        rows = [[line] for line in lines if line.strip()]
    return max(len(rows) - 1, 0)
