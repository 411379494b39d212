"""An approval does not say which content was approved.

Why: without the fingerprint of what was read, a word changed afterwards passes unseen.

Wrong:
    approbations:
      - {version: "1", par: P01, role: approbateur, date: 2027-02-20, mode: git}

Fix: `smq approve` writes the fingerprint by itself, from the next version on.

Source: ISO 9001:2015, 7.5.3.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import approvals
from smq.model import Document, Finding, QualitySystem, Severity, Status
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF017",
    _("The approval of version «{version}» does not say which content was approved."),
    hint=_("A later change would not be seen. The next approval: smq approve {document}"),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the approvals of the version that readers rely on, when none holds a fingerprint."""
    if document.status not in (Status.APPROVED, Status.IN_FORCE):
        return
    records = approvals(document, system)
    if records and not any(record.fingerprint for record in records):
        yield rule.finding(
            document.at(records[0].line, records[0].column),
            code=document.code_text,
            version=document.version,
            document=document.label,
        )
