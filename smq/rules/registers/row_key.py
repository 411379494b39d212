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
from smq.model.register import RegisterSchema
from smq.model.table import Register, Row
from smq.registers.identifiers import Pattern
from smq.rules import Rule
from smq.rules.tables import source_of

rule = Rule(
    __name__,
    "REG007",
    _("The identifier «{written}» stands twice in the table «{table}»; first at {first}."),
    hint=_("Give one of the two rows the next free identifier: {next}."),
)
_TWICE_HINT = _("Give one of the two rows another identifier.")
_DIFFERENT = _(
    "The identifier «{written}» of the table «{table}» stands for two different rows, {first} and"
    " {place}: they differ in {columns}."
)
_DIFFERENT_HINT = _(
    "If both tell the same, write the same in both; else give one of the two the next free"
    " identifier: {next}."
)
_DIFFERENT_ALONE = _(
    "If both tell the same, write the same in both; else give one of the two another identifier."
)
_NONE = _("This row of the table «{table}» has no identifier («{column}»).")
_NONE_HINT = _("The next free one is {next}.")
_NONE_ALONE = _("Give it one that no other row bears.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the rows that cannot be told apart."""
    for register in system.registers.values():
        if register.schema.key not in register.missing:
            kept_elsewhere = source_of(register, system) is not None
            yield from _of(register, system.today.year, kept_elsewhere)


def _of(register: Register, year: int, kept_elsewhere: bool) -> Iterator[Finding]:
    schema = register.schema
    taken = set(register.by_key)
    for row in register.rows:
        first = register.by_key.get(row.key)
        if row.key and first is row:
            continue
        free = _next(register, taken, year)
        taken.add(free or "")
        message, hint = (None, None if free else _TWICE_HINT)
        differing = _differing(row, first, schema) if first and kept_elsewhere else ()
        if differing:
            message, hint = _DIFFERENT, _DIFFERENT_HINT if free else _DIFFERENT_ALONE
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
            first=_named(first, schema) if first else "",
            place=_named(row, schema),
            columns=", ".join(differing),
            next=free or "",
        )


def _named(row: Row, schema: RegisterSchema) -> str:
    """Return the place of a row: its cell in a workbook, else its line."""
    return str(row.at(schema.key)) if row.sheet else f"{row.path}:{row.line}"


def _differing(row: Row, first: Row, schema: RegisterSchema) -> tuple[str, ...]:
    """Return the labels of the columns in which two rows differ."""
    return tuple(
        column.label
        for column in schema.columns
        if column.kind != "calcul"
        and (row.value(column.name), row.text(column.name).strip())
        != (first.value(column.name), first.text(column.name).strip())
    )


def _next(register: Register, taken: set[str], year: int) -> str | None:
    column = register.schema.column(register.schema.key)
    pattern = Pattern(column.pattern) if column and column.pattern else None
    return pattern.next(taken, year) if pattern and pattern.can_count else None
