"""A row of a register has no identifier, or one that another row bears.

Why: other tables refer to a row by its identifier: without it, or with one too many, nobody can
say which row is meant.

Wrong:
    registres/demandes.csv
    id;date;besoin
    DEM-2027-0001;2027-01-07;Six spectres
    DEM-2027-0001;2027-01-14;Dix cartographies

Fix: give the row the next free identifier, which the sentence names; a number is never used again.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.table import Register
from smq.registers.identifiers import Pattern
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG007",
    _("The identifier «{written}» stands twice in the table «{table}»; first at {first}."),
    hint=_("Give one of the two rows the next free identifier: {next}."),
)
_TWICE_HINT = _("Give one of the two rows another identifier.")
_NONE = _("This row of the table «{table}» has no identifier («{column}»).")
_NONE_HINT = _("The next free one is {next}.")
_NONE_ALONE = _("Give it one that no other row bears.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the rows that cannot be told apart."""
    for register in system.registers.values():
        if register.schema.key not in register.missing:
            yield from _of(register, system.today.year)


def _of(register: Register, year: int) -> Iterator[Finding]:
    schema = register.schema
    for row in register.rows:
        first = register.by_key.get(row.key)
        if row.key and first is row:
            continue
        free = _next(register, year)
        message, hint = (None, None if free else _TWICE_HINT)
        if not row.key:
            message, hint = _NONE, _NONE_HINT if free else _NONE_ALONE
        column = schema.column(schema.key)
        yield rule.finding(
            row.at(schema.key),
            message=message,
            hint=hint,
            written=row.key,
            table=register.name,
            column=column.label if column else schema.key,
            first=f"{first.path}:{first.line}" if first else "",
            next=free or "",
        )


def _next(register: Register, year: int) -> str | None:
    column = register.schema.column(register.schema.key)
    pattern = Pattern(column.pattern) if column and column.pattern else None
    return pattern.next(register.by_key, year) if pattern and pattern.can_count else None
