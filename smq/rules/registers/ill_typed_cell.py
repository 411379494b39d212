"""A cell of a register is not what its column holds.

Why: a date that is none cannot be compared, a number that is none cannot be added up;
for the criteria, the cell is empty.

Wrong:
    registres/demandes.csv
    id;date;decision
    DEM-2027-0001;2027-13-07;acceptee

Fix: write a date, a number, yes or no, or one of the choices of the column.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from smq.i18n import _
from smq.model import Finding, QualitySystem, Word, nearest
from smq.model.register import Column
from smq.model.table import Register, Row
from smq.registers.damage import damage_of
from smq.rules import Rule
from smq.rules.tables import is_left, name_of

rule = Rule(
    __name__,
    "REG005",
    _("«{written}», in the column «{column}» of the row {row}, is not {expected}."),
    hint=_("Write it like {example}."),
)
_EXPECTED = {
    "date": (Word(_("a date")), date(2027, 2, 20)),
    "entier": (Word(_("a whole number")), "12"),
    "decimal": (Word(_("a number")), "12,5"),
    "bool": (Word(_("yes or no")), "oui"),
    "enum": (Word(_("one of the choices")), ""),
}
"""Types a cell can fail to be, with an example of each."""
_SERIAL = _(
    "«{written}», in the column «{column}» of the row {row}, is the number by which Excel counts"
    " days: it stands for the date {example}."
)
_SERIAL_HINT = _("Write {example}; in Excel, give the column the format «Date».")
_EXCEL_ORIGIN = date(1899, 12, 30)
_NEAR = _("Nearest: {near}. The choices are {words}.")
_CHOICES = _("The choices are {words}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the cells whose text means nothing in their column."""
    for register in system.registers.values():
        typed = [column for column in register.schema.columns if column.kind in _EXPECTED]
        for row in register.rows:
            for column in typed:
                cell = row.cells.get(column.name)
                if cell is None or cell.value is not None or not cell.text.strip():
                    continue
                # What is left to complete and what a spreadsheet broke have rules of their own.
                if not is_left(cell.text) and not damage_of(cell.text, column, register.schema):
                    yield _finding(row, column, register)


def _finding(row: Row, column: Column, register: Register) -> Finding:
    expected, example = _EXPECTED[column.kind]
    written = row.text(column.name).strip()
    counted = _counted_day(written) if column.kind == "date" else None
    # People read labels, and the reading takes them as it takes values.
    choices = {column.shown(value): value for value in column.values}
    near = nearest(written, (*choices, *column.values)) if column.kind == "enum" else None
    hint = _SERIAL_HINT if counted else None
    return rule.finding(
        row.at(column.name),
        message=_SERIAL if counted else None,
        hint=(_NEAR if near else _CHOICES) if column.kind == "enum" else hint,
        written=written,
        column=column.label,
        row=name_of(row),
        expected=expected,
        example=counted or example,
        near=column.shown(near) if near else "",
        words=", ".join(choices),
        table=register.name,
    )


def _counted_day(written: str) -> date | None:
    """Return the date that a number stands for in Excel, from 1927 to 2119; None for another text.

    Source: Excel's 1900 date system, where day 1 is 1900-01-01 and 1900 counts as a leap year.
    """
    days = written.replace(",", ".").partition(".")[0]
    if not (days.isdecimal() and len(days) == 5 and "10000" <= days <= "80000"):
        return None
    return _EXCEL_ORIGIN + timedelta(days=int(days))
