"""A row of a register lacks what its schema requires.

Why: an incomplete row proves nothing: a request without its date cannot be followed.

Wrong:
    registres/demandes.csv
    id;date;besoin
    DEM-2027-0001;;Six spectres

Fix: fill the cell in; when the answer is not known yet, ask for it before the row grows old.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.tables import is_left, name_of

rule = Rule(
    __name__,
    "REG004",
    _("«{column}» is empty in the row {row} of the table «{table}»."),
    hint=_("Fill the cell in."),
    severity=Severity.WARNING,
)
_LEFT = _("«{column}» is left to complete in the row {row} of the table «{table}».")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the required cells that hold nothing."""
    computed_nowhere = frozenset(_formulas(system))
    for register in system.registers.values():
        schema = register.schema
        # A row without identifier is an error of its own.
        required = [c for c in schema.columns if c.required and c.name != schema.key]
        for row in register.rows:
            for column in required:
                cell = row.cells.get(column.name)
                if cell is None or cell.value is not None:
                    continue
                left = is_left(cell.text)
                place = row.at(column.name)
                # A formula without its result is a fault of its own.
                if (place.path, place.sheet, place.line, place.column) in computed_nowhere:
                    continue
                if left or not cell.text.strip():
                    yield rule.finding(
                        place,
                        message=_LEFT if left else None,
                        column=column.label,
                        row=name_of(row),
                        table=register.name,
                    )


def _formulas(system: QualitySystem) -> Iterator[tuple[str, str | None, int | None, int | None]]:
    """Yield (file, sheet, row, column) of the formulas that were never computed."""
    for problem in system.problems:
        if problem.kind == "uncomputed-formula":
            place = problem.location
            for line in dict(problem.values)["lines"].split():
                yield place.path, place.sheet, int(line), place.column
