"""The signature under an approval is not that of the person it names, or is broken.

Why: a line in somebody's name, signed with another key, was not given by that person; a broken
signature was made for another content.

Wrong:
    approbations:
      - {version: "2", par: P01, role: approbateur, date: 2027-02-20, mode: git}

Fix: the person named gives the visa again and signs it with their own key; a new key is added to
`signataires.txt` by a version that others have read. A forge that merges by rewriting replaces the
signature by its own: let it merge without rewriting.

Source: ISO 9001:2015, 7.5.3.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.recording import Signed
from smq.rules import Rule
from smq.rules.history.confronted import Brought, Case, cases, is_signed_by, owners

rule = Rule(
    __name__,
    "GIT005",
    _("The approval of version «{version}» names {person}; {other} signed it."),
    hint=_("{person} gives this visa again and signs it with their own key."),
)
STRANGER = _(
    "The approval of version «{version}» names {person}; it is signed with a key that"
    " signataires.txt does not name."
)
STRANGER_HINT = _(
    "If the key is {person}’s, add it to signataires.txt. If not, {person} gives this visa again."
)
BROKEN = _(
    "The approval of version «{version}» names {person}; its signature is that of another content."
)
_ELSEWHERE = (Brought.BY_ANOTHER, Brought.BY_NOBODY_KNOWN, Brought.BEFORE_THE_CUT)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the approvals signed by others; warnings where signatures are left to each one.

    A line that somebody else recorded is told once, by GIT001.
    """
    required = system.settings.signatures_required
    for case in cases(system):
        message = None if case.brought in _ELSEWHERE else _message(case, system)
        if message is None:
            continue
        signature = case.recording.signature
        addresses = signature.addresses if signature else ()
        people = [system.settings.person(i) for a in addresses for i in owners(a, system)]
        yield rule.finding(
            case.place,
            code=case.document.code_text,
            severity=case.severity if required else Severity.WARNING,
            message=message,
            hint=STRANGER_HINT if message is STRANGER else None,
            version=case.record.version,
            person=case.person.name,
            other=", ".join(p.name for p in people if p) or ", ".join(addresses),
        )


def _message(case: Case, system: QualitySystem) -> str | None:
    """Return what is wrong with a signature, None when nothing is or it cannot be told."""
    state = case.recording.signature.state if case.recording.signature else Signed.NOT
    if state is Signed.KNOWN:
        return None if is_signed_by(case.person, case.recording, system) else rule.message
    return {Signed.STRANGER: STRANGER, Signed.BROKEN: BROKEN}.get(state)
