"""The rows of a register as they are on disk, each cell with its place and its typed value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from smq.model.location import Location
from smq.model.register import RegisterSchema

Value = str | int | Decimal | date | bool | tuple[str, ...] | None
"""What a cell says: None for an empty one and for one that is not of its type."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: as written, what it says, and its column in the file (from 1).

    `line` is set when the cell lies on a later line than the beginning of its row.
    """

    text: str
    value: Value
    column: int
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        key: its identifier as written; empty when it has none.
        cells: column of the schema → cell; a column that the file lacks is absent.
        line: in the file (or row of the sheet), from 1.
        path: POSIX path of the file.
        sheet: of the workbook, None in a CSV file.
    """

    key: str
    cells: Mapping[str, Cell]
    line: int
    path: str
    sheet: str | None = None

    def text(self, column: str) -> str:
        """Return a cell as written, empty when there is none."""
        cell = self.cells.get(column)
        return cell.text if cell else ""

    def value(self, column: str) -> Value:
        """Return what a cell says, None when it is empty, absent or not of its type."""
        cell = self.cells.get(column)
        return cell.value if cell else None

    def day(self, column: str) -> date | None:
        """Return the date that a cell says, None when it says none."""
        value = self.value(column)
        return value if isinstance(value, date) else None

    def texts(self, column: str) -> tuple[str, ...]:
        """Return the texts that a cell lists; one text alone is a list of one."""
        value = self.value(column)
        if isinstance(value, tuple):
            return value
        return (value,) if isinstance(value, str) else ()

    def at(self, column: str | None = None) -> Location:
        """Return the place of a cell, else of the row."""
        cell = self.cells.get(column or "")
        if cell is None:
            return Location(self.path, self.line, 1, self.sheet)
        return Location(self.path, cell.line or self.line, cell.column, self.sheet)


@dataclass(frozen=True, slots=True)
class Register:
    """One table with its rows.

    Attributes:
        schema: its columns.
        path: POSIX path of the file that holds the rows; where it would be when there is none.
        rows: in the order of the file.
        present: the file exists.
        unknown: (name, column from 1) of the header cells that are no column of the schema.
        header_line: line of the header, from 1.
        by_key: identifier → first row that bears it.
        missing: columns of the schema, computed ones left out, that the file lacks.
        unread: POSIX paths of the files that could not be read, or not to their end.
        sheet: of the workbook that is read, None in a CSV file.
    """

    schema: RegisterSchema
    path: str
    rows: tuple[Row, ...] = ()
    present: bool = False
    unknown: tuple[tuple[str, int], ...] = ()
    header_line: int = 1
    by_key: Mapping[str, Row] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    sheet: str | None = None

    @property
    def name(self) -> str:
        """Return the name of the table."""
        return self.schema.name
