"""An identifier of a row does not fit the pattern of its table.

Why: rows are found, sorted and numbered by it; an identifier of another form is missed.

Wrong:
    registres/demandes.csv
    id;date;besoin
    DEM-27-1;2027-01-07;Six spectres

Fix: write it as the pattern says; rows that refer to it change with it.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.register import Column
from smq.model.table import Register
from smq.registers.damage import damage_of
from smq.registers.identifiers import Pattern
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG008",
    _("«{written}» does not fit the pattern «{pattern}»."),
    hint=_("Write it like {example}, and change the rows that refer to it."),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the identifiers of another form."""
    for register in system.registers.values():
        for column in register.schema.columns:
            if column.pattern:
                yield from _of(register, column, Pattern(column.pattern), system.today.year)


def _of(register: Register, column: Column, pattern: Pattern, year: int) -> Iterator[Finding]:
    # Two rows that obey the sentence must not end with one identifier.
    taken = {row.text(column.name).strip() for row in register.rows}
    for row in register.rows:
        written = row.value(column.name)
        if not isinstance(written, str) or pattern.fits(written):
            continue
        # What a spreadsheet broke has a rule of its own.
        if not damage_of(written, column, register.schema):
            free = pattern.next(taken, year) if pattern.can_count else None
            taken.add(free or "")
            yield rule.finding(
                row.at(column.name),
                written=written,
                pattern=pattern.text,
                example=free or pattern.example(year),
                table=register.name,
            )
