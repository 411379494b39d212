"""Until when the rows of a table are kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from smq.lifecycle import add_months
from smq.model.table import Register, Row


@dataclass(frozen=True, slots=True)
class Past:
    """A row past its term: counted from when, and since when it could go."""

    register: Register
    row: Row
    counted_from: date
    term: date


def past_their_term(registers: Mapping[str, Register], today: date) -> Iterator[Past]:
    """Yield the rows whose time of retention is over before a date, table by table."""
    for register in registers.values():
        months = register.schema.retention.months
        if months is None:
            continue
        for row in register.rows:
            event = event_of(row, register)
            if event and (term := add_months(event, months)) < today:
                yield Past(register, row, event, term)


def event_of(row: Row, register: Register) -> date | None:
    """Return the date from which a row's retention counts, None when it has not come.

    It is the column that the schema names (`conservation: {date: …}`), else the row's first date.
    """
    named = register.schema.retention.column
    columns = [named] if named else [c.name for c in register.schema.columns if c.kind == "date"]
    dates = (row.value(name) for name in columns)
    return next((day for day in dates if isinstance(day, date)), None)


def latest_date(register: Register) -> date | None:
    """Return the latest date of the table's first column of dates, None when it has none."""
    column = next((c.name for c in register.schema.columns if c.kind == "date"), None)
    if column is None:
        return None
    days = [day for row in register.rows if isinstance(day := row.value(column), date)]
    return max(days, default=None)
