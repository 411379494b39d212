"""A register holds an e-mail address or a telephone number.

Why: git keeps it for good, in every copy; the platform needs no personal contact in its registers
to prove what it does, and the person has a right to see it removed.

Wrong:
    registres/demandes.csv
    id;date;besoin
    DEM-2027-0001;2027-01-07;"Rappeler au 06 12 34 56 78"

Fix: write the person's identifier; keep contacts in the unit's directory, outside this folder.

Source: regulation (EU) 2016/679, article 5, 1 c.
"""

import re
from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.register import Column
from smq.model.table import Register
from smq.rules import Rule
from smq.rules.tables import name_of

rule = Rule(
    __name__,
    "REG010",
    _("The column «{column}» holds an e-mail or a telephone number, in the row {row}."),
    plural=_(
        "The column «{column}» holds an e-mail or a telephone number in {count} rows, first in the"
        " row {row}."
    ),
    hint=_("Write the person's identifier; keep contacts outside this folder."),
    severity=Severity.WARNING,
)
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.,-])(?:(?:\+|00)33[ .]?(?:\(0\))?|0)[1-9](?:[ .\-]?[0-9]{2}){4}(?!\w)"
)
_TEXTS = ("texte", "liste", "ref")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the columns in which a contact stands, without showing it."""
    for register in system.registers.values():
        for column in register.schema.columns:
            if column.kind in _TEXTS:
                yield from _of(register, column)


def _of(register: Register, column: Column) -> Iterator[Finding]:
    rows = [row for row in register.rows if _is_contact(row.text(column.name))]
    if rows:
        yield rule.finding(
            rows[0].at(column.name),
            count=len(rows),
            column=column.label,
            row=name_of(rows[0]),
            table=register.name,
        )


def _is_contact(text: str) -> bool:
    return ("@" in text and _EMAIL.search(text) is not None) or (
        len(text) >= 10 and _PHONE.search(text) is not None
    )
