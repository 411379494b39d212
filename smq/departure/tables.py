"""What registers entrust to a person, and what ends with them."""

from collections.abc import Iterator

from smq.departure.held import CellSpot, Fate, Held
from smq.errors import SmqError
from smq.expressions import holds
from smq.i18n import _
from smq.model import Person, QualitySystem
from smq.model.register import Column
from smq.model.table import Register, Row
from smq.registers import names_of
from smq.registers.naming import naming_column

_STAFF = "personnels"
_ENDS = _("What ends with this person")
_KEPT = _("What this person did")


def in_tables(system: QualitySystem, person: Person) -> Iterator[Held]:
    """Yield the rows that name a person: still to be done, ending with them, or done.

    A column of the schema says which rows are still somebody's to do (`a_transmettre`).
    """
    done: dict[str, int] = {}
    for register in system.registers.values():
        for column in _naming_staff(register):
            for row in register.rows:
                if person.id not in row.texts(column.name):
                    continue
                if _is_open(row, column, register, system):
                    yield _open_row(row, column, register)
                else:
                    done[register.name] = done.get(register.name, 0) + 1
    yield from _ending(system, person)
    for table, count in done.items():
        register = system.registers[table]
        title = _("{table}: {count} rows, which keep this person’s name")
        values = {"table": register.schema.title, "count": count}
        location = register.rows[0].at(None)
        yield Held(_KEPT, title, Fate.KEPT, location, None, values)


def _naming_staff(register: Register) -> tuple[Column, ...]:
    return tuple(
        column
        for column in register.schema.columns
        if (column.target or "").partition(".")[0] == _STAFF
    )


def _is_open(row: Row, column: Column, register: Register, system: QualitySystem) -> bool:
    if column.handed_over is None:
        return False
    try:
        return holds(column.handed_over, names_of(row, register.schema, system.today))
    except SmqError:
        # A cell of another type: the rules on registers say so. Somebody still has to see to it.
        return True


def _open_row(row: Row, column: Column, register: Register) -> Held:
    name = naming_column(register.schema)
    said = row.text(name.name) if name else ""
    return Held(
        register.schema.title,
        _("{id} – {said} ({column})") if said else _("{id} ({column})"),
        Fate.HANDED,
        row.at(column.name),
        CellSpot(register.name, row.key, column.name) if row.key else None,
        {"id": row.key or str(row.line), "said": said, "column": column.label},
    )


def _ending(system: QualitySystem, person: Person) -> Iterator[Held]:
    """Yield what comes due for the person alone: attestations, authorisations, training."""
    for source in system.due_sources:
        register = system.registers.get(source.table)
        column = register.schema.column(source.person) if register and source.person else None
        if register is None or column is None or column.name != "personne":
            continue
        for row in register.rows:
            if person.id not in row.texts(column.name):
                continue
            try:
                due = holds(source.condition, names_of(row, register.schema, system.today))
            except SmqError:
                continue
            if due:
                values = {"table": register.schema.title, "id": row.key or str(row.line)}
                yield Held(_ENDS, _("{table}: {id}"), Fate.ENDS, row.at(column.name), None, values)
