"""The file from which a register is read is not there, or lies outside the folder.

Why: the register is empty for the check and for the criteria, however full the file is.

Wrong:
    registres:
      demandes: {source: "Prestations_*.xlsx"}

Fix: put the file in the folder, or correct `source`; a file of a shared drive is named by `depuis`
and copied by `smq register sync`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.registers.paths import leads_outside
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG015",
    _("No file of the folder fits «{written}»; the table «{table}» has no rows."),
    hint=_("Put the file in the folder, or correct the name."),
    severity=Severity.WARNING,
)
_OUTSIDE = _("«{written}» leads outside the folder; the table «{table}» is not read from there.")
_OUTSIDE_HINT = _("Write it after «depuis» instead, then run smq register sync.")
_NOT_COPIED = _("No copy of «{written}» was taken yet; the table «{table}» has no rows.")
_NOT_COPIED_HINT = _("Take it: smq register sync")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the sources that name no file."""
    # Of a copy that was taken and is gone, REG016 speaks.
    gone = {table for copy in system.copies if copy.actual is None for table in copy.tables}
    for source in system.settings.register_sources:
        register = system.registers.get(source.table)
        if register is None:
            continue
        if source.pattern and leads_outside(source.pattern):
            yield rule.finding(
                source.at("source"),
                severity=Severity.ERROR,
                message=_OUTSIDE,
                hint=_OUTSIDE_HINT,
                written=source.pattern,
                table=source.table,
            )
        elif not register.present and source.table not in gone:
            yield rule.finding(
                source.at("depuis" if source.origin else "source"),
                message=_NOT_COPIED if source.origin else None,
                hint=_NOT_COPIED_HINT if source.origin else None,
                written=source.origin or register.path,
                table=source.table,
            )
