"""A line of approval was recorded by somebody else than the person it names.

Why: an approval given in git is worth the record of the person who gives it. A line that somebody
else wrote, copied or altered shows nothing of the approver's will.

Wrong:
    approbations:
      - {version: "2", par: P01, role: approbateur, date: 2027-02-20, mode: git}

Fix: put the line back as its author recorded it, or take it out: the person named gives the visa
at their own keyboard, with `smq verify` or `smq approve`. One given on paper or by e-mail is
recorded as such, with its proof: `--mode papier --proof FILE`. Where the address is the person's
own, write it after `git` in `smq.yaml`.

Source: ISO 9001:2015, 7.5.2 c and 7.5.3.2.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.history.confronted import Brought, cases, owners

rule = Rule(
    __name__,
    "GIT001",
    _("The approval of version «{version}» names {person}; {other} recorded this line, on {day}."),
    hint=_(
        "Put the line back as {person} recorded it, or take it out and let {person} give the visa;"
        " one given outside git is recorded with its proof: --mode papier --proof FILE"
    ),
)
NOBODY = _(
    "The approval of version «{version}» names {person}; the line was recorded on {day} from"
    " {other}, the address of nobody in smq.yaml."
)
MINE = _(
    "If this address is {person}’s: write it after «git», under {id} in smq.yaml. If not, take the"
    " line out and let {person} give the visa."
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the lines that another person, or nobody known, recorded."""
    for case in cases(system):
        if case.brought not in (Brought.BY_ANOTHER, Brought.BY_NOBODY_KNOWN):
            continue
        known = case.brought is Brought.BY_ANOTHER
        people = [system.settings.person(i) for i in owners(case.recording.author, system)]
        names = ", ".join(person.name for person in people if person)
        yield rule.finding(
            case.place,
            code=case.document.code_text,
            severity=case.severity,
            message=None if known else NOBODY,
            hint=None if known else MINE,
            version=case.record.version,
            person=case.person.name,
            id=case.person.id,
            other=names or case.recording.author,
            day=case.recording.day,
        )
