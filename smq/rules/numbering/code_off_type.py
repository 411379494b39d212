"""The type in the code is not the type of the document.

Why: a reader takes PRE-FOR-001 for a form; sections, approvals and reviews follow the field type.

Wrong:
    code: PRE-PRO-001
    type: FOR

Fix: correct the field. A code that was approved is never changed; one that was not may be
changed in its file.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule
from smq.rules.codes import was_approved

rule = Rule(
    __name__,
    "NUM004",
    _("The code {written} is one of type {expected}, but the document is of type {type}."),
    hint=_("Write «type: {expected}», or another code after «code:»: this one was not approved."),
)
_HINT_APPROVED = _("Write «type: {expected}»: a code that was approved is never changed.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when code and field name two types; an unknown type is SYN017's."""
    if document.code is None:
        return
    expected = system.settings.codification.kind(document.code)
    type_ = _written_type(document, system)
    if type_ is None or type_ == expected:
        return
    yield rule.finding(
        document.at_field("type"),
        code=document.code_text,
        hint=_HINT_APPROVED if was_approved(document) else None,
        written=document.code.text,
        expected=expected,
        type=type_,
    )


def _written_type(document: Document, system: QualitySystem) -> str | None:
    """Return our type for the field, None when it says none (a foreign label, an unknown word)."""
    written = document.text("type")
    if system.settings.foreign:
        return dict(system.settings.reading.types).get(written or "")
    return written if written in system.types or not system.types else None
