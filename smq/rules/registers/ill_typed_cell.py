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
    "date": (Word(_("a date")), "2027-03-01"),
    "entier": (Word(_("a whole number")), "12"),
    "decimal": (Word(_("a number")), "12,5"),
    "bool": (Word(_("yes or no")), "oui"),
    "enum": (Word(_("one of the choices")), ""),
}
"""Types a cell can fail to be, with an example of each."""
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
    near = nearest(written, column.values) if column.kind == "enum" else None
    return rule.finding(
        row.at(column.name),
        hint=(_NEAR if near else _CHOICES) if column.kind == "enum" else None,
        written=written,
        column=column.label,
        row=name_of(row),
        expected=expected,
        example=example,
        near=near or "",
        words=", ".join(column.values),
    )
