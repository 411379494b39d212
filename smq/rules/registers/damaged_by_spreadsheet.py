"""A spreadsheet changed what was written in a cell, or never computed a formula.

Why: Excel takes an identifier for a date or a number, drops leading zeros, and saves what it shows:
`####` for a column too narrow, `#REF!` for a formula that broke. What was first written is lost.
A workbook that a program wrote holds formulas without their results until Excel computes them: smq
reads what Excel last showed, so such a cell counts as empty.

Wrong:
    registres/demandes.csv
    id;date;besoin
    DEM-2027-0001;########;Six spectres

Fix: write the value again; before typing identifiers in Excel, give the column the format «Texte».
A formula without its result: open the workbook in Excel, recompute it (F9), save it.
"""

from collections.abc import Iterator
from typing import Any

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.register import Column
from smq.model.table import Cell, Register
from smq.registers import References
from smq.registers.damage import Damage, damage_of, zeros_lost
from smq.registers.identifiers import Pattern
from smq.rules import Rule
from smq.rules.tables import name_of

rule = Rule(
    __name__,
    "REG009",
    _(
        "«{written}», in the column «{column}» of the row {row}, is what Excel shows in a column"
        " that is too narrow: the value is lost."
    ),
    hint=_("Write the value again, or take it from an earlier version of the file."),
)
_FORMULA = _(
    "«{written}», in the column «{column}» of the row {row}, is the error of a formula: the value"
    " is lost."
)
_SCIENTIFIC = _(
    "«{written}», in the column «{column}» of the row {row}, is a number that Excel shortened."
)
_DATE = _(
    "«{written}», in the column «{column}» of the row {row}, is an identifier that Excel took for"
    " a date."
)
_ZEROS = _(
    "«{written}», in the column «{column}» of the row {row}, lost its leading zeros: {right} was"
    " meant."
)
_UNCOMPUTED = _(
    "«{written}», in the column «{column}» of the row {row}, is a formula, not what it comes to."
)
_COMPUTE = _("Open the file in Excel, replace the formula by its value (paste special), save it.")
_NEVER = _(
    "The formula in the cell {cells} of the sheet «{sheet}» ({file}) was never computed:"
    " «{column}» counts as empty there."
)
_NEVER_SEVERAL = _(
    "{count} formulas of the sheet «{sheet}» ({file}) were never computed ({cells}):"
    " «{column}» counts as empty there."
)
_RECOMPUTE = _("Open the workbook in Excel, recompute it (F9), save it.")
_AS_TEXT = _("Write it again; in Excel, give the column the format «Texte» first.")
_MESSAGES = {
    Damage.HIDDEN: None,
    Damage.FORMULA: _FORMULA,
    Damage.UNCOMPUTED: _UNCOMPUTED,
    Damage.SCIENTIFIC: _SCIENTIFIC,
    Damage.DATE: _DATE,
    Damage.ZEROS: _ZEROS,
}
_LOST = frozenset({Damage.HIDDEN, Damage.FORMULA, Damage.UNCOMPUTED})
_HINTS = {Damage.HIDDEN: None, Damage.FORMULA: None, Damage.UNCOMPUTED: _COMPUTE}


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the cells in which a known harm shows."""
    references = References(system.registers)
    for register in system.registers.values():
        for column in register.schema.columns:
            if column.kind != "calcul":
                yield from _of(register, column, references)
    for problem in system.problems:
        if problem.kind == "uncomputed-formula":
            values: dict[str, Any] = dict(problem.values)
            message = _NEVER if values["count"] == "1" else _NEVER_SEVERAL
            yield rule.finding(problem.location, message=message, hint=_RECOMPUTE, **values)


def _of(register: Register, column: Column, references: References) -> Iterator[Finding]:
    known = frozenset(references.index(column.target)) if column.target else frozenset()
    for row in register.rows:
        cell = row.cells.get(column.name)
        if cell is None or not cell.text:
            continue
        damage = damage_of(cell.text, column, register.schema)
        right = _right(cell, column, known)
        if right:
            damage = Damage.ZEROS
        if damage:
            yield rule.finding(
                row.at(column.name),
                severity=None if damage in _LOST else Severity.WARNING,
                message=_MESSAGES[damage],
                hint=_HINTS.get(damage, _AS_TEXT),
                written=cell.text.strip(),
                column=column.label,
                row=name_of(row),
                right=right or "",
                table=register.name,
            )


def _right(cell: Cell, column: Column, known: frozenset[str]) -> str | None:
    """Return the identifier whose zeros were lost, from the pattern or from the rows meant."""
    said = cell.text.strip()
    if column.pattern:
        return Pattern(column.pattern).restored(said)
    return zeros_lost(said, known) if said not in known else None
