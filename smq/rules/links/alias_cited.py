"""A link uses a code that its document bore before.

Why: the link holds, but a reader who looks for that code on a shelf or in a list finds none.

Wrong:
    La demande suit PRE-PRO-004.   # devenu PRE-PRO-001, alias: [PRE-PRO-004]

Fix: write the present code.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Document, Finding, Link, QualitySystem, Severity, Status
from smq.rules import Rule

rule = Rule(
    __name__,
    "LNK012",
    _("«{former}» is the former code of {present}."),
    hint=_("Write {present}."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each link by a former code, in a document that is still used."""
    if document.status is Status.WITHDRAWN:
        return
    for link in linkage(system).outgoing[document.path]:
        if link.is_code and link.target and _is_former(link, link.target, system):
            yield rule.finding(
                link.location,
                code=document.code_text,
                former=link.written,
                present=link.target.label,
            )


def _is_former(link: Link, target: Document, system: QualitySystem) -> bool:
    if link.written == target.code_text:
        return False
    written = system.settings.codification.parse(link.written)
    return bool(written and target.code and written.identity != target.code.identity)
