"""The person who wrote a document is the one who approves it.

Why: four eyes are what an approval is worth.
A team of two cannot always do so; a derogation says it openly and the evaluation file lists it.

Wrong:
    redacteur: P03
    approbateur: P03

Fix: ask another person, or record in smq.yaml the derogation `approbateur_distinct`
with its types, its reason, its author and its end.

Source: ISO 9001:2015, 7.5.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import approval_of, approvals, derogation, same_person
from smq.model import (
    Approval,
    Derogation,
    Document,
    Finding,
    Location,
    QualitySystem,
    Severity,
)
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "LIF005",
    _("{person} writes this document and approves it."),
    hint=_("Ask another person, or record the derogation «approbateur_distinct» in smq.yaml."),
)

ALLOWED = _("A derogation allows it: {reason}.")
ALLOWED_UNTIL = _("A derogation allows it until {end}: {reason}.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding where the author stands as approver: in the header, else in an approval."""
    settings = system.settings
    place = _place(document, system)
    if place is None:
        return
    person = settings.person(document.author)
    allowed = derogation("approbateur_distinct", document.type, settings, system.today)
    yield rule.finding(
        place,
        code=document.code_text,
        severity=Severity.NOTE if allowed else by_state(document),
        hint=_hint(allowed),
        person=person.name if person else document.author,
        reason=allowed.reason if allowed else "",
        end=(allowed and allowed.end) or "",
    )


def _place(document: Document, system: QualitySystem) -> Location | None:
    if approval_of(document, system) is Approval.NONE:
        return None
    if same_person(document.author, document.approver, system.settings):
        return document.at_field("approbateur")
    for record in approvals(document, system):
        if same_person(document.author, record.by, system.settings):
            return document.at(record.line, record.column)
    return None


def _hint(allowed: Derogation | None) -> str | None:
    if allowed is None:
        return None
    return ALLOWED_UNTIL if allowed.end else ALLOWED
