"""The content of a document is not the one that was approved.

Why: an approval binds what its author read. A word changed afterwards was approved by nobody,
and readers cannot tell.

Wrong:
    version: "2"
    statut: applicable
    approbations:
      - {version: "2", par: P01, date: 2027-02-20, mode: git, empreinte: "sha256:4f1a…"}

Fix: what was changed is the draft of the next version: `smq revise CODE` goes on with it,
while readers keep the version approved. For a slip of the pen `smq correct CODE` asks the
approver's visa alone. Changed by mistake: take the approved text back from the history.
A line of approval copied from another document, or from an earlier version, shows in the same way.

Source: ISO 9001:2015, 7.5.3.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import approvals
from smq.model import Document, Finding, QualitySystem, Status
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF016",
    _("The content is not the one that {person} approved as version «{version}»."),
    hint=_("Go on with the next version: smq revise {document} – or take the approved text back."),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the documents whose approval binds another content, once each."""
    if not document.altered or document.status not in (Status.APPROVED, Status.IN_FORCE):
        return
    record = next(r for r in approvals(document, system) if r.fingerprint)
    person = system.settings.person(record.by)
    yield rule.finding(
        document.at(record.line, record.column),
        code=document.code_text,
        person=person.name if person else record.by,
        version=record.version,
        document=document.label,
    )
