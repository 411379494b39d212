"""Somebody recorded an approval in the name of the person it names.

Why: git lets one record a change under another person's name. Made in the same second by two
people, the change was not taken over later: it was written for somebody else.

Wrong:
    git commit --author="Claire Fontaine <claire@example.org>"

Fix: the person named gives the visa at their own keyboard. A change that somebody else moves,
merges or rebases later keeps its first day and is no fault; a forge that makes one change of
several (squash) may look like it: let it merge without rewriting.

Source: ISO 9001:2015, 7.5.3.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.history.confronted import Brought, cases, is_signed_by, owners

rule = Rule(
    __name__,
    "GIT011",
    _("The approval of version «{version}» is in the name of {person}; {other} recorded it."),
    hint=_(
        "{person} gives visas at their own keyboard. A forge that makes one change of several"
        " (squash) looks the same: let it merge without rewriting."
    ),
    severity=Severity.WARNING,
)
FORGES = frozenset({"noreply@github.com"})
"""Under which address a forge records what its users merge in their own name."""


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the approvals that another recorded at the very moment of their author."""
    for case in cases(system):
        recording = case.recording
        if case.brought is not Brought.BY_THEMSELVES or not recording.at_once:
            continue
        committers = owners(recording.committer, system)
        own = case.person.id in committers or recording.committer in (recording.author, *FORGES)
        if own or is_signed_by(case.person, recording, system):
            continue
        people = [system.settings.person(i) for i in committers]
        yield rule.finding(
            case.place,
            code=case.document.code_text,
            version=case.record.version,
            person=case.person.name,
            other=", ".join(p.name for p in people if p) or recording.committer,
        )
