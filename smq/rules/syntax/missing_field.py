"""A header lacks a field that every document has.

Why: code, type, title and status make a document findable; the id follows it when its code changes,
and the process tells who answers for it.

Wrong:
    code: PRE-PRO-001
    type: PRO
    statut: projet

Fix: add the field. `smq new` writes all of them.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Scalar, Severity
from smq.rules import Rule
from smq.rules.codes import proposed_id

REQUIRED = ("code", "titre", "type", "statut")
_EXPECTED = ("id", "processus")

rule = Rule(
    __name__,
    "SYN003",
    _("The header has no «{field}»."),
    hint=_("Add the line «{line}»."),
)
_ID_HINT = _("Give it one: smq set {document} id={proposed}")
_CODE_HINT = _("«smq new» gives the next number of a type: write it after «code:».")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each field missing from a header that could be read."""
    # A header that could not be read is empty, and has its own finding.
    if system.settings.foreign or not document.header.entries:
        return
    for field in (*REQUIRED, *_EXPECTED):
        if not _is_missing(document, field):
            continue
        if field == "processus" and not system.settings.codification.has_process:
            continue
        line = _line(document, system, field)
        yield rule.finding(
            document.at_field(field),
            code=document.code_text,
            severity=Severity.WARNING if field in _EXPECTED else Severity.ERROR,
            hint=_hint(field, line),
            field=field,
            line=line or "",
            document=document.label,
            proposed=proposed_id(document, system) if field == "id" else "",
        )


def _is_missing(document: Document, field: str) -> bool:
    node = document.field(field)
    if isinstance(node, Scalar):
        return node.is_null or not node.text.strip()
    return node is None


def _hint(field: str, line: str | None) -> str | None:
    if line:
        return None
    return _ID_HINT if field == "id" else _CODE_HINT


def _line(document: Document, system: QualitySystem, field: str) -> str | None:
    """Return the header line to add, None when it cannot be told from the document."""
    codification = system.settings.codification
    named = codification.parse_start(PurePosixPath(document.path).stem)
    code = document.code or named
    match field:
        case "code":
            return f"code: {named.text}" if named else None
        case "type":
            return f"type: {codification.kind(code) if code else 'PRO'}"
        case "processus":
            return f"processus: {code.process}" if code and code.process else "processus: …"
        case "titre":
            return "titre: …"
        case "statut":
            return "statut: projet"
    return None
