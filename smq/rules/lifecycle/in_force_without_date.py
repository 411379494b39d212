"""A document is applicable and has no date of application.

Why: nobody can say which rule held on the day of a past service.

Wrong:
    statut: applicable
    date_application:

Fix: write the day from which the document applies.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import is_asked
from smq.model import Document, Finding, QualitySystem, Status
from smq.model.status import as_said
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF002",
    _("The status is «{status}», and no date of application is written."),
    hint=_("Write it: smq set {document} date_application={today}"),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the date is empty; a date that cannot be read is a matter of syntax."""
    if document.status is not Status.IN_FORCE or document.text("date_application"):
        return
    if is_asked(system.settings, "date_application"):
        yield rule.finding(
            document.at_field("date_application"),
            code=document.code_text,
            status=as_said(document.text("statut") or ""),
            document=document.label,
            today=system.today,
        )
