"""Cells that should say a date and say none: what they announce must not vanish for that."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from smq.model import Location
from smq.model.table import Register

_TO_FILL_IN = "["
"""A cell left to complete begins with it: it announces nothing yet."""


@dataclass(frozen=True, slots=True)
class UnreadableDate:
    """A cell of a column of dates that is none.

    Attributes:
        table: name of the register.
        row: identifier, else the line.
        column: label.
        text: as written.
        location: of the cell.
    """

    table: str
    row: str
    column: str
    text: str
    location: Location


def unreadable_dates(register: Register, columns: Collection[str]) -> Iterator[UnreadableDate]:
    """Yield the cells of these columns that hold something and no date of the calendar."""
    dates = [c for c in register.schema.columns if c.kind == "date" and c.name in columns]
    for row in register.rows:
        for column in dates:
            text = row.text(column.name).strip()
            if text and not text.startswith(_TO_FILL_IN) and row.value(column.name) is None:
                name = row.key or str(row.line)
                place = row.at(column.name)
                yield UnreadableDate(register.name, name, column.label, text, place)
