"""Rows of the tables that a header holds: from cells typed between semicolons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smq.errors import SmqError
from smq.i18n import _
from smq.model import DocumentType, FieldType
from smq.operations import field_values as values
from smq.operations.assignment import items, pieces
from smq.operations.field_values import Check, Context
from smq.operations.header_values import HeaderMap, free_text, in_place_of, is_flow, row, sequence
from smq.operations.people import person
from smq.operations.typed_fields import accepted
from smq.operations.yaml_text import quoted


def _column(name: str, *, required: bool = False) -> FieldType:
    return FieldType(name, "texte", required, ())


TABLES: Mapping[str, tuple[FieldType, ...]] = {
    "approbations": (
        _column("version", required=True),
        _column("par", required=True),
        _column("role"),
        _column("date"),
        _column("mode"),
        _column("preuve"),
    ),
    "historique": (
        _column("version", required=True),
        _column("date"),
        _column("objet", required=True),
        _column("par"),
    ),
}
"""Tables that a header of any type may hold, columns in the order typed (`design.md` §3)."""

_CHECKS: Mapping[str, Check] = {
    "version": values.version,
    "par": person,
    "role": lambda _context, field, typed: values.one_of(values.ROLES, field, typed),
    "date": values.day,
    "mode": lambda _context, field, typed: values.one_of(values.MODES, field, typed),
    "preuve": values.proof,
}


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a header; `checked` when its cells have a form of their own."""

    name: str
    columns: tuple[FieldType, ...]
    checked: bool = False

    @property
    def names(self) -> str:
        """Return the columns as a person types them."""
        return " ; ".join(column.name for column in self.columns)


def table_of(name: str, declared: DocumentType | None) -> Table | None:
    """Return the table that a field is, None when it is none."""
    if name in TABLES:
        return Table(name, TABLES[name], checked=True)
    fields = declared.fields if declared else ()
    found = next((f for f in fields if f.name == name and f.kind == "table"), None)
    return Table(name, found.columns) if found else None


def typed_cells(table: Table, typed: str, context: Context) -> dict[str, str]:
    """Return the cells of a row, by column; those left empty are not in it.

    Raises:
        SmqError: there are too many, one that is required is missing, or one has not its form.
    """
    given = pieces(typed, ";")
    while given and not given[-1]:
        given = given[:-1]
    if len(given) > len(table.columns):
        raise SmqError(
            _("{field}: {count} cells in «{typed}», and {known} columns."),
            _("Cells go between semicolons, in this order: {columns}."),
            field=table.name,
            count=len(given),
            known=len(table.columns),
            typed=typed,
            columns=table.names,
        )
    padded = given + ("",) * (len(table.columns) - len(given))
    pairs = tuple(zip(table.columns, padded, strict=True))
    missing = [column.name for column, cell in pairs if column.required and not cell]
    if missing:
        raise SmqError(
            _("{field}: «{typed}» leaves {missing} empty."),
            _("Cells go between semicolons, in this order: {columns}."),
            field=table.name,
            typed=typed,
            missing=", ".join(missing),
            columns=table.names,
        )
    return {
        column.name: checked_cell(table, column, cell, context) for column, cell in pairs if cell
    }


def checked_cell(table: Table, column: FieldType, typed: str, context: Context) -> str:
    """Return a cell as it is written.

    Raises:
        SmqError: it has not the form of its column.
    """
    name = f"{table.name}.{column.name}"
    if not table.checked:
        return accepted(context, column, name, typed)
    check = _CHECKS.get(column.name)
    return check(context, name, typed) if check else typed


def new_row(table: Table, cells: Mapping[str, str], rows: Sequence[Any]) -> HeaderMap:
    """Return a row for the end of a table, written as the rows that are there."""
    like = rows[-1] if rows else None
    made = {name: _written(table, name, cell, None, rows) for name, cell in cells.items()}
    return row(made, flow=is_flow(like, default=table.checked))


def change_row(table: Table, old: HeaderMap, cells: Mapping[str, str], rows: Sequence[Any]) -> None:
    """Give a row other cells; what no column names is left as it is."""
    _forget_hash(old, "preuve", cells.get("preuve", ""))
    for at, column in enumerate(table.columns):
        name = column.name
        if name not in cells:
            old.pop(name, None)
        elif name in old:
            old[name] = _written(table, name, cells[name], old[name], rows)
        else:
            old.insert(min(at, len(old)), name, _written(table, name, cells[name], None, rows))


def change_cell(table: Table, old: HeaderMap, name: str, cell: str, rows: Sequence[Any]) -> None:
    """Give one cell of a row another text, or none."""
    _forget_hash(old, name, cell)
    if not cell:
        old.pop(name, None)
    else:
        old[name] = _written(table, name, cell, old.get(name), rows)


def _forget_hash(old: HeaderMap, name: str, cell: str) -> None:
    """Take out the hash of a proof when another file is named: it is that of the file before."""
    if name == "preuve" and old.get(name) != cell:
        old.pop("empreinte_preuve", None)


def _written(table: Table, name: str, cell: str, old: Any, rows: Sequence[Any]) -> object:
    if table.checked:
        return quoted(cell) if name == "version" else (cell if name == "date" else free_text(cell))
    if _holds_list(table, name, rows):
        return sequence([free_text(item) for item in items(cell, ",")], flow=True)
    return in_place_of(old, cell)


def _holds_list(table: Table, name: str, rows: Sequence[Any]) -> bool:
    """Return whether the cells of a column are lists: the type says so, or another row shows it."""
    return any(c.name == name and c.kind == "liste" for c in table.columns) or any(
        isinstance(r, Mapping) and isinstance(r.get(name), list) for r in rows
    )
