"""A column of a register is not in its schema, or stands twice.

Why: what is written in it is read by nobody; a slip in a heading empties a whole column.

Wrong:
    registres/demandes.csv
    id;date;besion
    DEM-2027-0001;2027-01-07;Six spectres

Fix: write the heading as the schema in referentiel/registres/ does, or declare the column there.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity, nearest
from smq.rules import Rule
from smq.rules.tables import heading_named

rule = Rule(
    __name__,
    "REG002",
    _("«{written}» is no column of the table «{table}»; it is not read."),
    hint=_("Nearest: {near}. The columns are declared in referentiel/registres/{table}.yaml."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The columns are declared in referentiel/registres/{table}.yaml.")
_TWICE = _("The column «{written}» stands twice in the table «{table}»; the second is not read.")
_TWICE_HINT = _("Keep one of the two columns.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the headings that lead nowhere."""
    for register in system.registers.values():
        names = tuple(column.name for column in register.schema.columns)
        for written, column in register.unknown:
            twice = heading_named(written, register.schema) is not None
            near = nearest(written, names)
            yield rule.finding(
                Location(register.path, register.header_line, column, register.sheet),
                message=_TWICE if twice else None,
                hint=_TWICE_HINT if twice else None if near else _HINT_ALONE,
                written=written,
                table=register.name,
                near=near or "",
            )
