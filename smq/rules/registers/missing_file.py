"""A register names a file that is not in the folder.

Why: the evaluator asks to see the file; a name alone proves nothing.

Wrong:
    registres/demandes.csv
    id;date;fiche
    DEM-2027-0001;2027-01-07;enregistrements/PRE/demande-absente.pdf

Fix: file the document under `enregistrements/`, or correct the path, which starts at the root of
the platform's folder.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.table import Register
from smq.registers.paths import Files, leads_outside, names_a_file
from smq.rules import Rule
from smq.rules.tables import name_of

rule = Rule(
    __name__,
    "REG011",
    _("«{written}», named in the row {row}, is not in the folder."),
    hint=_("Put the file there, or correct the path; it starts at the root of the folder."),
    severity=Severity.WARNING,
)
_OUTSIDE = _("«{written}», named in the row {row}, leads outside the folder.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the cells whose file does not exist."""
    files = Files(system.files)
    for register in system.registers.values():
        for column in register.schema.columns:
            if column.kind == "fichier":
                yield from _of(register, column.name, files)


def _of(register: Register, column: str, files: Files) -> Iterator[Finding]:
    for row in register.rows:
        path = row.value(column)
        if isinstance(path, str) and names_a_file(path) and path not in files:
            yield rule.finding(
                row.at(column),
                message=_OUTSIDE if leads_outside(path) else None,
                written=row.text(column).strip(),
                row=name_of(row),
                table=register.name,
            )
