"""No other document cites this one.

Why: nobody is led to it, so nobody applies it; often it is the trace of a plan that changed.

Wrong:
    code: PRE-MOP-007
    titre: Régler le laser de secours

Fix: cite it where it is used, or withdraw it. A manual, a policy, a process sheet, an external
document and a generated list need nobody who cites them.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Document, Finding, LinkKind, QualitySystem, Severity, Status
from smq.rules import Rule
from smq.rules.links.usage import is_unfed_register, is_unread, is_unused_form

_ROOTS = frozenset({"MAN", "POL", "EXT"})

rule = Rule(
    __name__,
    "LNK007",
    _("No other document cites {document}."),
    hint=_("Cite it where it is used, or withdraw it."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for a coded document that no other coded document leads to."""
    if document.code_text is None or _stands_alone(document, system):
        return
    # A form without procedure and a register without source say the same more precisely.
    if is_unused_form(document, system) or is_unfed_register(document, system):
        return
    incoming = linkage(system).incoming[document.path]
    if not any(link.source.code_text and link.kind is not LinkKind.PROCESS for link in incoming):
        yield rule.finding(
            document.at_field("code"), code=document.code_text, document=document.code_text
        )


def _stands_alone(document: Document, system: QualitySystem) -> bool:
    """Return whether nobody has to cite a document, or whether nobody can.

    Where reading starts, what smq makes; a file whose header is not read; and a code that two
    documents carry: which of them is cited is not known before one of them has another code.
    """
    if is_unread(document, system):
        return True
    if document.code and len(system.by_identity[document.code.identity]) > 1:
        return True
    if document.status is Status.WITHDRAWN or document.generated or document.type in _ROOTS:
        return True
    return document.type == "FIP" and system.settings.process(document.process) is not None
