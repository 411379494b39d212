"""The file of a register cannot be read.

Why: none of its rows count: neither the check nor the criteria see them.

Wrong:
    registres/demandes.csv
    id;date;besoin
    DEM-2027-0001;2027-01-07;"Six spectres

Fix: open the file and mend what the sentence names; save it again as CSV or as an Excel workbook.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Word, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG001",
    _("This register cannot be read: {reason}."),
    hint=_("Open the file, mend it and save it again; rows from here on are not read."),
)
_SHEETS = _("Nearest: «{near}». The sheets are {sheets}.")
_SHEETS_ALONE = _("The sheets are {sheets}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the files and sheets that could not be opened."""
    for problem in system.problems:
        if problem.kind == "unreadable-register":
            values = dict(problem.values)
            sheets = values.get("sheets", "")
            near = nearest(values.get("sheet", ""), tuple(sheets.split(", "))) if sheets else None
            yield rule.finding(
                problem.location,
                hint=(_SHEETS if near else _SHEETS_ALONE) if sheets else None,
                reason=Word(values["reason"]),
                near=near or "",
                sheets=sheets,
            )
