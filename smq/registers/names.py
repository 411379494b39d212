"""The names that a condition or a computed column may use about a row."""

from collections.abc import Mapping
from datetime import date

from smq.expressions import TODAY
from smq.model.register import RegisterSchema
from smq.model.table import Cell, Row


def names_of(row: Row, schema: RegisterSchema, today: date) -> dict[str, object]:
    """Return the value of every column of a row, empty ones included, and of `aujourdhui`."""
    return names_in(row.cells, schema, today)


def names_in(cells: Mapping[str, Cell], schema: RegisterSchema, today: date) -> dict[str, object]:
    """Return the same for cells that are no row yet."""
    names: dict[str, object] = {column.name: None for column in schema.columns}
    names[TODAY] = today
    names.update((name, cell.value) for name, cell in cells.items())
    return names
