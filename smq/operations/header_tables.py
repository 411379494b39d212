"""Changes a table of a header: replaced, a row added, a row or a cell changed, a row removed."""

from typing import Any

from smq.errors import SmqError
from smq.i18n import _
from smq.operations.assignment import Assignment, items
from smq.operations.field_values import Context, one_of
from smq.operations.header_lists import no_such_row
from smq.operations.header_rows import (
    Table,
    change_cell,
    change_row,
    checked_cell,
    new_row,
    typed_cells,
)
from smq.operations.header_values import HeaderList, HeaderMap, put, sequence


def change_table(
    context: Context, tree: HeaderMap, key: str, table: Table, asked: Assignment
) -> None:
    """Change the table under a key: rows go between `|` or line ends, cells between `;`.

    Raises:
        SmqError: a row is not accepted, or there is no such row.
    """
    current = tree.get(key)
    rows = current if isinstance(current, HeaderList) else HeaderList()
    if asked.row is not None:
        _change_one(context, rows, table, asked)
        put(tree, key, rows)
        return
    if asked.sign == "-":
        raise SmqError(
            _("{field}: a row is removed by its number."),
            _("Write {field}[2]= to remove the second one."),
            field=asked.typed,
        )
    given = [typed_cells(table, line, context) for line in items(asked.value, "|\n")]
    made = [new_row(table, cells, rows) for cells in given]
    if asked.sign == "+" and rows:
        rows.extend(made)
        put(tree, key, rows)
    else:
        put(tree, key, sequence(made, flow=False))


def _change_one(context: Context, rows: HeaderList, table: Table, asked: Assignment) -> None:
    assert asked.row is not None
    if not 0 < asked.row <= len(rows):
        raise no_such_row(asked, len(rows))
    old: Any = rows[asked.row - 1]
    if asked.sign != "=" or not isinstance(old, HeaderMap):
        raise SmqError(_("{field} is one row: write {field}=…"), field=asked.typed)
    if asked.column:
        name = one_of(tuple(c.name for c in table.columns), asked.typed, asked.column)
        column = next(c for c in table.columns if c.name == name)
        cell = checked_cell(table, column, asked.value, context) if asked.value else ""
        if column.required and not cell:
            raise SmqError(_("{field} cannot be left empty."), field=asked.typed)
        change_cell(table, old, name, cell, rows)
    elif asked.value:
        change_row(table, old, typed_cells(table, asked.value, context), rows)
    else:
        del rows[asked.row - 1]
