"""The approver of a document holds none of the roles that may approve its type.

Why: an approval binds the platform only if it comes from whoever the platform gave that power to.

Wrong:
    type: POL
    approbateur: P03

Fix: ask a person who holds the role, give the role to this person in `personnes`,
or change `roles: {approbateur: …}` in smq.yaml.

Source: ISO 9001:2015, 5.3.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import approval_of, approvals, approving_roles
from smq.model import Approval, Document, Finding, Location, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF008",
    _("{person} approves, but holds no role that may approve a {type}: {roles}."),
    hint=_("Ask a person who holds it, or change «roles» in smq.yaml."),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield each person once; a word that names nobody is left to LIF007."""
    settings = system.settings
    allowed = approving_roles(document, system)
    if not allowed or approval_of(document, system) is Approval.NONE:
        return
    seen: set[str] = set()
    for word, place in _approvers(document, system):
        person = settings.person(word)
        if person is None or person.id in seen:
            continue
        seen.add(person.id)
        if not set(person.roles) & set(allowed):
            yield rule.finding(
                place,
                code=document.code_text,
                person=person.name,
                type=document.type or "",
                roles=", ".join(dict.fromkeys(allowed)),
            )


def _approvers(document: Document, system: QualitySystem) -> Iterator[tuple[str | None, Location]]:
    yield document.approver, document.at_field("approbateur")
    for record in approvals(document, system):
        yield record.by, document.at(record.line, record.column)
