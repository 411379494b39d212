"""A form or a register names a table that the platform does not have.

Why: what the form collects goes nowhere, its records get no term, and the register is printed
without its columns.

Wrong:
    code: PRE-FOR-005
    type: FOR
    registre: demande

Fix: write the name of a table (`smq register list`), or the code of the register.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import names_someone
from smq.model import Document, Finding, QualitySystem, nearest, scalars
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "REG017",
    _("«{written}» ({field}) is no table of this platform."),
    hint=_("Nearest: {near}. All: smq register list"),
)
_HINT_ALONE = _("All: smq register list")
_FIELDS = {"FOR": "registre", "REG": "tables"}
"""Type of document → field of its header that names tables."""
_HOME, _ENDING = "registres/", ".csv"


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each name of a table that is none."""
    field = _FIELDS.get(document.type or "")
    if field is None or system.settings.foreign:
        return
    for written in scalars(document.field(field)):
        name = written.text.strip()
        if not names_someone(name) or name in system.tables:
            continue
        known = {*system.tables, *_files(system), *_declared(document, system)}
        if name not in known and not _is_register(name, document, system):
            near = nearest(name, tuple(sorted(known)))
            yield rule.finding(
                document.at(written.line, written.column),
                code=document.code_text,
                severity=by_state(document),
                hint=None if near else _HINT_ALONE,
                written=name,
                field=field,
                near=near or "",
            )


def _files(system: QualitySystem) -> Iterator[str]:
    """Yield the tables that have a file, be it without schema."""
    for path in system.files:
        if path.startswith(_HOME) and path.endswith(_ENDING):
            yield path.removeprefix(_HOME).removesuffix(_ENDING)


def _declared(document: Document, system: QualitySystem) -> Iterator[str]:
    """Yield, for a form, the tables that registers name: one that is none is said there."""
    for other in system.documents if document.type == "FOR" else ():
        if other.type == "REG":
            yield from (scalar.text.strip() for scalar in scalars(other.field("tables")))


def _is_register(name: str, document: Document, system: QualitySystem) -> bool:
    """Return whether a form names a register by its code."""
    return document.type == "FOR" and any(d.type == "REG" for d in system.with_code(name))
