"""Numbers given one after the other in a year are missing from a table.

Why: a number that is gone may be a row that was deleted; the evaluator asks what it was, and
nothing answers.

Wrong:
    registres/demandes.csv
    id;date;usager;activite;decision
    DEM-2027-0001;2027-01-07;U001;prestation;acceptee
    DEM-2027-0004;2027-01-14;U001;prestation;refusee

Fix: put back the rows that were deleted, from the history; a request or a quote that came to
nothing stays, as refused or cancelled. A number that was never given is named, with the reason, in
the column «corrections» of the row after it.
Source: working referential of the label (unofficial): T20, identifiers follow each other.
"""

from collections.abc import Iterator
from datetime import date

from smq.i18n import _
from smq.lifecycle import add_months
from smq.model import Finding, QualitySystem, Severity
from smq.model.table import Register
from smq.registers.identifiers import Pattern
from smq.registers.series import Gap, gaps
from smq.rules import Rule
from smq.rules.tables import source_of

rule = Rule(
    __name__,
    "TRC020",
    _("In the table «{table}», nobody bears {numbers} in {year}."),
    hint=_("Put the deleted rows back, or name the numbers in «corrections» of {row}, and why."),
    severity=Severity.WARNING,
)
_MORE = _("In the table «{table}», {count} numbers are missing in {year}: {numbers}…")
_SHOWN = 5


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding for each table and year in which numbers are missing."""
    for register in system.registers.values():
        column = register.schema.column(register.schema.key)
        source = source_of(register, system)
        # A condition leaves rows out, and their numbers with them.
        if column and column.pattern and not (source and source.condition):
            for year, found in gaps(Pattern(column.pattern), register.by_key).items():
                unexplained = tuple(gap for gap in found if not _is_explained(gap, register))
                if unexplained and not _may_be_eliminated(register, year, system.today):
                    yield _finding(register, year, unexplained)


def _is_explained(gap: Gap, register: Register) -> bool:
    """Return whether the row after a gap names the numbers that are not there."""
    said = register.by_key[gap.after].text("corrections")
    return gap.first in said and gap.last in said


def _may_be_eliminated(register: Register, year: int, today: date) -> bool:
    """Return whether rows of a year may have gone at the end of their retention."""
    months = register.schema.retention.months
    return months is not None and add_months(date(year, 1, 1), months) < today


def _finding(register: Register, year: int, found: tuple[Gap, ...]) -> Finding:
    row = register.by_key[found[0].after]
    return rule.finding(
        row.at(register.schema.key),
        message=_MORE if len(found) > _SHOWN else None,
        row=row.key,
        table=register.name,
        year=str(year),
        count=sum(gap.count for gap in found),
        numbers=", ".join(gap.said for gap in found[:_SHOWN]),
    )
