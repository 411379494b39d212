"""Somebody approves in git, and smq.yaml does not say under which address.

Why: git knows people by their e-mail address; without it nobody can tell whether the person who
recorded an approval is the one it names.

Wrong:
    personnes:
      P01: {nom: Claire Fontaine, roles: [direction]}

Fix: write the address after `git`, under the person: `git: [claire.fontaine@example.org]`.
A visa of somebody who does not use git is recorded with its proof: `--mode papier --proof FILE`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import is_in_git
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.history.confronted import Brought, cases

rule = Rule(
    __name__,
    "GIT010",
    _("{people}: smq.yaml does not say under which address they approve in git."),
    hint=_("Write it after «git», under the person: git: [first.name@example.org]"),
    severity=Severity.NOTE,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding for the platform: a warning where signatures are asked for."""
    history = system.history
    if not (history.available and history.confronted):
        return
    if history.recordings:
        lacking = {c.person.id: c.person for c in cases(system) if c.brought is _UNKNOWN}
    else:
        records = (r for d in system.documents for r in d.approvals if is_in_git(r))
        people = (system.settings.person(record.by) for record in records)
        known = {person for _address, person in history.addresses}
        lacking = {p.id: p for p in people if p and p.id not in known}
    if lacking:
        yield rule.finding(
            Location("smq.yaml"),
            severity=Severity.WARNING if system.settings.signatures_required else None,
            people=", ".join(lacking[name].name for name in sorted(lacking)),
        )


_UNKNOWN = Brought.WITHOUT_ADDRESS
