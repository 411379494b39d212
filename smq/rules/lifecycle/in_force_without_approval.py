"""A document is approved or applicable, and no approval of its version is recorded.

Why: readers act on it as if someone answered for it;
an evaluator asks who, when, and for the proof.

Wrong:
    version: "2"
    statut: applicable
    approbations:
      - {version: "1", par: P01, role: approbateur, date: 2026-12-01, mode: git}

Fix: have the version approved: `smq submit`, then `smq approve`, which writes the line under
`approbations`, with its proof; until then the status is `projet` or `en_verification`.
A register and an external document need only the visa of the person who verifies them.

Source: ISO 9001:2015, 7.5.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import (
    approval_of,
    approvals,
)
from smq.model import Approval, Document, Finding, QualitySystem, Status
from smq.model.status import as_said
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF001",
    _("The status is «{status}», and no approval of version «{version}» is recorded."),
    hint=_("Add the approval under «approbations», or set the status back to «projet»."),
)

_TAKE_STEPS = _(
    "Set it back to a draft and have it approved: smq set {document} statut=projet, then"
    " smq submit {document}"
)
_NOT_EVEN_A_VERSION = _("The status is «{status}», and no version is approved.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the version that readers rely on has no approval."""
    if system.settings.foreign or approval_of(document, system) is Approval.NONE:
        return
    if document.status not in (Status.APPROVED, Status.IN_FORCE):
        return
    # With approvals but no version, the version is what is missing: LIF010 says it.
    if document.approvals and not document.version:
        return
    if not approvals(document, system):
        yield rule.finding(
            document.at_field("statut"),
            hint=_TAKE_STEPS if document.code_text else None,
            document=document.label,
            code=document.code_text,
            status=as_said(document.text("statut") or ""),
            message=None if document.version else _NOT_EVEN_A_VERSION,
            version=document.version,
        )
