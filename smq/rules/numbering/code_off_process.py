"""The process in the code is not the process of the document.

Why: the document is looked for under one process and listed under another.

Wrong:
    code: PRE-PRO-001
    processus: MAD

Fix: correct the field. A code that was approved is never changed, even when the document moves to
another process; one that was not may be changed in its file.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule
from smq.rules.codes import was_approved

rule = Rule(
    __name__,
    "NUM005",
    _("The code {written} is one of process {expected}, but the document is of {process}."),
    hint=_(
        "Write «processus: {expected}», or another code after «code:»: this one was not approved."
    ),
)
_HINT_APPROVED = _("Write «processus: {expected}»: a code that was approved is never changed.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when code and field name two processes; an unknown one is SYN018's."""
    written = document.text("processus")
    if document.code is None or document.code.process is None or not written:
        return
    settings = system.settings
    if written == document.code.process or (settings.processes and not settings.process(written)):
        return
    yield rule.finding(
        document.at_field("processus"),
        code=document.code_text,
        hint=_HINT_APPROVED if was_approved(document) else None,
        written=document.code.text,
        expected=document.code.process,
        process=written,
    )
