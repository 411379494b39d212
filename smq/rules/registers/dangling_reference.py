"""A row of a register refers to a row that does not exist.

Why: the chain is broken there: from the invoice one no longer comes back to the request.

Wrong:
    registres/demandes.csv
    id;date;usager
    DEM-2027-0001;2027-01-07;U099

Fix: write the identifier of an existing row, or add the row that is missing.
"""

from collections.abc import Iterator, Mapping

from smq.i18n import _
from smq.model import Finding, QualitySystem, nearest
from smq.model.register import Column
from smq.model.table import Cell, Register, Row
from smq.registers import References
from smq.registers.damage import damage_of, zeros_lost
from smq.rules import Rule
from smq.rules.tables import name_of

rule = Rule(
    __name__,
    "REG006",
    _("«{written}», in the column «{column}» of the row {row}, is no row of «{target}»."),
    hint=_("Nearest: {near}. Write it, or add the row: smq register add {target}"),
)
_ADD = _("Write an identifier that exists, or add the row: smq register add {target}")
_PERSON = _("{person} is in smq.yaml and has no row here: smq register add {target} id={written}")
_NO_TABLE = _("The row {row} refers to «{written}», and the table «{target}» has no file yet.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the references that lead to no row."""
    references = References(system.registers)
    people = {person.id: person.name for person in system.settings.people}
    for register in system.registers.values():
        for column in register.schema.columns:
            target = references.table(column.target) if column.target else None
            if target is not None:
                yield from _of_column(register, column, target, references, people)


def _of_column(
    register: Register,
    column: Column,
    target: Register,
    references: References,
    people: Mapping[str, str],
) -> Iterator[Finding]:
    known = references.index(column.target or "")
    for row in register.rows:
        cell = row.cells.get(column.name)
        if cell is None or cell.value is None:
            continue
        for value in _values(cell):
            if value in known or (not target.present and value in people):
                continue
            # What a spreadsheet broke has a rule of its own.
            if damage_of(value, column, register.schema) or zeros_lost(value, frozenset(known)):
                continue
            person = people.get(value, "")
            yield _finding(row, column, target, value, tuple(known), person, register.name)
            if not target.present:
                return


def _values(cell: Cell) -> tuple[str, ...]:
    return cell.value if isinstance(cell.value, tuple) else (str(cell.value),)


def _finding(
    row: Row,
    column: Column,
    target: Register,
    value: str,
    known: tuple[str, ...],
    person: str,
    table: str,
) -> Finding:
    near = nearest(value, known)
    return rule.finding(
        row.at(column.name),
        message=None if target.present else _NO_TABLE,
        hint=_PERSON if person else None if near else _ADD,
        written=value,
        column=column.label,
        row=name_of(row),
        target=target.name,
        near=near or "",
        person=person,
        table=table,
    )
