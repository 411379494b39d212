"""Tables in memory, for properties that need many of them."""

from collections.abc import Mapping, Sequence
from datetime import date

from smq.agenda import due
from smq.load.due_sources import FILE_NAME
from smq.model import Location, QualitySystem, Settings
from smq.model.due import Due, DueSource
from smq.model.register import Column, RegisterSchema
from smq.model.table import Cell, Register, Row, Value
from tests.conftest import TODAY

PLACE = Location(FILE_NAME, 1, 1)


def table(columns: Mapping[str, str], rows: Sequence[Mapping[str, Value]]) -> Register:
    """Return a table «visites» of columns (name → type), its rows numbered from 1."""
    schema = RegisterSchema("visites", "Visites", columns=_columns(columns))
    made = tuple(
        Row(
            key=str(number),
            cells={name: Cell(_text(value), value, 1) for name, value in row.items()},
            line=number + 1,
            path="registres/visites.csv",
        )
        for number, row in enumerate(rows, 1)
    )
    return Register(schema, "registres/visites.csv", made, True, by_key={r.key: r for r in made})


def found(register: Register, source: DueSource, today: date = TODAY) -> tuple[Due, ...]:
    """Return what comes due in one table by one source."""
    system = QualitySystem(
        Settings(name="Essai"), today, registers={"visites": register}, due_sources=(source,)
    )
    return due(system)


def _columns(columns: Mapping[str, str]) -> tuple[Column, ...]:
    return tuple(Column(name, name, kind) for name, kind in columns.items())


def _text(value: Value) -> str:
    return "|".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
