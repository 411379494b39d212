"""Until when the rows of a table are kept."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from smq.errors import SmqError
from smq.expressions import understood
from smq.lifecycle import add_months
from smq.model.table import Register, Row
from smq.registers.names import names_of
from smq.registers.references import References

_YEARS = range(1900, 3000)
_FARTHEST = 5
"""Tables through which an event is looked for: two that lead to each other have none."""


@dataclass(frozen=True, slots=True)
class Past:
    """A row past its term: counted from when, and since when it could go."""

    register: Register
    row: Row
    counted_from: date
    term: date


def past_their_term(registers: Mapping[str, Register], today: date) -> Iterator[Past]:
    """Yield the rows whose time of retention is over before a date, table by table."""
    events = Events(registers, today)
    for register in registers.values():
        months = register.schema.retention.months
        if months is None:
            continue
        for row in register.rows:
            event = events.of(row, register)
            if event and (term := add_months(event, months)) < today:
                yield Past(register, row, event, term)


def without_event(registers: Mapping[str, Register]) -> Iterator[Register]:
    """Yield the tables with rows whose event is known in words only: nobody can date their term."""
    for register in registers.values():
        kept = register.schema.retention
        if kept.months is not None and kept.since and not kept.column and register.rows:
            yield register


class Events:
    """From which date the retention of rows counts.

    It is what the schema names (`conservation: {date: …}`): a column or an expression, where a
    whole number is a year, of which the last day counts; or a reference, whose row has the event.
    Where the schema names an event in words alone (`depuis`), its date is not known. Where it
    names none, the row's first date counts.
    """

    def __init__(self, registers: Mapping[str, Register], today: date) -> None:
        """Take the tables of a platform, by name, and the date of `aujourdhui`."""
        self._references = References(registers)
        self._today = today

    def of(self, row: Row, register: Register, depth: int = 0) -> date | None:
        """Return the date of the event, None when it has not come or is not known."""
        schema = register.schema
        named = schema.retention.column
        if not named:
            return None if schema.retention.since else _first_date(row, register)
        column = schema.column(named)
        if column is None or column.kind != "ref":
            return self._computed(named, row, register)
        target = column.target or ""
        holder = self._references.table(target)
        held = self._references.find(target, row.text(named).strip())
        if holder is None or held is None or depth == _FARTHEST:
            return None
        return self.of(held, holder, depth + 1)

    def _computed(self, named: str, row: Row, register: Register) -> date | None:
        try:
            return day_of(understood(named).value(names_of(row, register.schema, self._today)))
        except SmqError:
            # A cell of another type, or a schema that is not understood: rules say so.
            return None


def day_of(value: object) -> date | None:
    """Return the day that a value says; a year is its last day."""
    if isinstance(value, date):
        return value
    is_year = isinstance(value, int) and not isinstance(value, bool) and value in _YEARS
    return date(value, 12, 31) if is_year and isinstance(value, int) else None


def _first_date(row: Row, register: Register) -> date | None:
    names = (column.name for column in register.schema.columns if column.kind == "date")
    return next((day for name in names if isinstance(day := row.value(name), date)), None)


def latest_date(register: Register) -> date | None:
    """Return the latest date of the table's first column of dates, None when it has none."""
    column = next((c.name for c in register.schema.columns if c.kind == "date"), None)
    if column is None:
        return None
    days = [day for row in register.rows if isinstance(day := row.value(column), date)]
    return max(days, default=None)
