"""A line of approval is not recorded in the history yet.

Why: as long as it only stands in the file, nothing shows who wrote it; it holds once its author
has recorded it.

Wrong:
    approbations:
      - {version: "2", par: P01, role: approbateur, date: 2027-02-20, mode: git}

Fix: the person who gave the visa records it: `smq save`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import is_in_git
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "GIT002",
    _("The approval of version «{version}» by {person} is not recorded yet."),
    hint=_("{person} records it, at their own keyboard: smq save"),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the approvals given in git that only stand in the folder."""
    for number, record in enumerate(document.approvals):
        place = (document.path, number)
        absent = place in system.history.recordings and system.history.recordings[place] is None
        if absent and is_in_git(record):
            person = system.settings.person(record.by)
            yield rule.finding(
                document.at(record.line, record.column),
                code=document.code_text,
                version=record.version,
                person=person.name if person else record.by,
            )
