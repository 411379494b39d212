"""A register lacks a column of its schema.

Why: the rows cannot say what the platform has undertaken to record, and the criteria that ask for
it stay unsatisfied.

Wrong:
    registres/demandes.csv
    id;besoin
    DEM-2027-0001;Six spectres

Fix: add the heading to the first row of the file; its cells may stay empty.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity
from smq.model.register import RegisterSource
from smq.model.table import Register
from smq.rules import Rule
from smq.rules.tables import source_of

rule = Rule(
    __name__,
    "REG003",
    _("The table «{table}» has no column «{column}»."),
    hint=_("Add the heading «{column}» to this row."),
    severity=Severity.WARNING,
)
_NONE = _("No column of the table «{table}» stands in this row.")
_NONE_HINT = _("The row of headings begins with: {columns}.")
_NONE_OF_SOURCE = _("Say with «entete» of smq.yaml which row holds the headings.")
_NO_HEADING = _("«{written}» is no heading of {path}, row {line}.")
_NO_HEADING_HINT = _("Write the heading as the file does, or mend «entete».")
_TO_NAME = _(
    "Say in smq.yaml which heading holds it (registres, {table}, colonnes, {column}: …), or add the"
    " heading «{column}» to this row."
)
_FIRST = 4


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the columns that a file lacks."""
    for register in system.registers.values():
        if register.missing:
            yield from _of(register, source_of(register, system))


def _of(register: Register, source: RegisterSource | None) -> Iterator[Finding]:
    place = Location(register.path, register.header_line, 1, register.sheet)
    stored = [column.name for column in register.schema.columns if column.kind != "calcul"]
    if len(register.missing) == len(stored):
        yield rule.finding(
            place,
            message=_NONE,
            hint=_NONE_OF_SOURCE if source else _NONE_HINT,
            table=register.name,
            columns=";".join(stored[:_FIRST]),
        )
        return
    mapped = {chosen.ours: chosen for chosen in source.columns} if source else {}
    for name in register.missing:
        if name in mapped:
            yield rule.finding(
                mapped[name].location,
                message=_NO_HEADING,
                hint=_NO_HEADING_HINT,
                written=mapped[name].theirs,
                path=register.path,
                line=register.header_line,
                table=register.name,
            )
        elif source is None or _is_needed(name, register):
            hint = _TO_NAME if source else None
            yield rule.finding(place, hint=hint, table=register.name, column=name)


def _is_needed(name: str, register: Register) -> bool:
    """Return whether a file that the platform keeps for itself must have a column."""
    column = register.schema.column(name)
    return name == register.schema.key or bool(column and column.required)
