"""A document in force was due to be read again, and that day is past.

Why: a text that nobody reads again no longer says what is done.

Wrong:
    statut: applicable
    date_application: 2024-03-01
    prochaine_revue: 2026-03-01

Fix: read it again with those who apply it. When nothing is to be changed,
`smq review CODE --unchanged` writes it down and sets the next date; else `smq revise CODE`.
Without `prochaine_revue`, the period of `revues` in smq.yaml, else of the type,
counts from the application.

Source: ISO 9001:2015, 7.5.3.1 a.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import add_months, next_review, review_months
from smq.model import Document, Finding, QualitySystem, Severity, Word
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF004",
    _("The review was due on {due}, {count} day ago."),
    plural=_("The review was due on {due}, {count} days ago."),
    hint=_("Read it again; when nothing is to be changed: smq review {document} --unchanged"),
    severity=Severity.WARNING,
)

_HINT_FOREIGN = _(
    "Read it again, then set the next date: smq set {document} prochaine_revue={next}"
)
SOME_DATE = Word(_("YYYY-MM-DD"))


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the documents in force whose review is late at the system's date."""
    due = next_review(document, system)
    if due is None or due >= system.today or not document.is_in_force(system.today):
        return
    foreign = system.settings.foreign
    months = review_months(document.type, system)
    field = "prochaine_revue" if document.next_review else "date_application"
    yield rule.finding(
        document.at_field(field),
        code=document.code_text,
        hint=_HINT_FOREIGN if foreign else None,
        due=due,
        count=(system.today - due).days,
        document=document.label,
        next=add_months(system.today, months).isoformat() if months else SOME_DATE,
    )
