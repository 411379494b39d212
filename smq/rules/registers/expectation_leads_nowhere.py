"""What is expected of a session, or remarked there, names a document or a table that is not there.

Why: such an expectation is never done, whatever the platform does, and the remark is on no document
that anybody reads.

Wrong:
    registres/attendus.csv
    id;session;nature;libelle;document;registre
    ATD-014;JAL-012;document;Procédure en vigueur;PRE-PRO-999;

Fix: write the code of the document (`smq list`) or the name of the table (`smq register list`); a
plain task has neither.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity, nearest
from smq.model.coaching import DOCUMENT, REGISTER
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import is_left, name_of

rule = Rule(
    __name__,
    "REG018",
    _("{row}: «{written}» is the code of no document."),
    severity=Severity.WARNING,
    hint=_("Nearest: {near}."),
)
_ALL_DOCUMENTS = _("All: smq list")
_NO_TABLE = _("{row}: «{written}» is no table of this platform.")
_ALL_TABLES = _("All: smq register list")
_NAMES_NONE = _("{row}: its kind is «{kind}», and it names none.")
_NAME_IT = _("Fill in «{column}», or make it a plain task: tache.")
_TABLES = ("attendus", "remarques")
_NEEDED = {DOCUMENT: "document", REGISTER: "registre"}
"""Kind of expectation → column without which it says nothing."""


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the names that lead nowhere, and the kinds that name nothing."""
    for table in _TABLES:
        for row in system.rows(table):
            yield from _documents(row, system)
            yield from _tables(row, system)
            yield from _unnamed(row)


def _documents(row: Row, system: QualitySystem) -> Iterator[Finding]:
    written = row.text("document").strip()
    if not written or is_left(written) or system.find(written) is not None:
        return
    near = nearest(written, tuple(d.code_text for d in system.documents if d.code_text))
    yield rule.finding(
        row.at("document"),
        hint=None if near else _ALL_DOCUMENTS,
        row=name_of(row),
        written=written,
        near=near or "",
    )


def _tables(row: Row, system: QualitySystem) -> Iterator[Finding]:
    written = row.text("registre").strip()
    if not written or is_left(written) or written in system.registers:
        return
    near = nearest(written, tuple(system.registers))
    yield rule.finding(
        row.at("registre"),
        message=_NO_TABLE,
        hint=None if near else _ALL_TABLES,
        row=name_of(row),
        written=written,
        near=near or "",
    )


def _unnamed(row: Row) -> Iterator[Finding]:
    kind = row.text("nature").strip()
    column = _NEEDED.get(kind)
    if column is not None and not row.text(column).strip():
        yield rule.finding(
            row.at("nature"),
            message=_NAMES_NONE,
            hint=_NAME_IT,
            row=name_of(row),
            kind=kind,
            column=column,
        )
