"""The date of an approval is not that of the day on which it was recorded.

Why: a visa is dated the day it is given. One dated before its content was written, long before it
was recorded, or after that, was written for another day than the true one.

Wrong:
    approbations:
      - {version: "2", par: P01, role: approbateur, date: 2026-01-10, mode: git}

Fix: date the visa the day it is given and record it within the week. A visa really given
earlier, on paper for instance, is recorded with its proof: `--mode papier --proof FILE`.

Source: ISO 9001:2015, 7.5.2 a.
"""

from collections.abc import Iterator
from datetime import date

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.history.confronted import Brought, Case, cases

rule = Rule(
    __name__,
    "GIT003",
    _("The approval of version «{version}» is dated {date}; it was recorded on {day}."),
    hint=_(
        "A visa is dated the day it is given. One given earlier outside git is recorded with its"
        " proof: --mode papier --proof FILE"
    ),
    severity=Severity.WARNING,
)
BEFORE = _(
    "The approval of version «{version}» is dated {date}; the document was changed after that,"
    " on {day}, before the approval was recorded."
)
DAYS = 7
"""Days that may pass before a visa is recorded: whoever gives it does not always save at once."""


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the dates that history gives the lie; a line of somebody else is told once, by GIT001.

    What came with the first version of the platform may be older than its history.
    """
    for case in cases(system):
        dated = case.record.date
        if dated is None or case.brought is not Brought.BY_THEMSELVES or case.recording.begins:
            continue
        found = _fault(dated, case)
        if found:
            message, day = found
            yield rule.finding(
                case.place,
                code=case.document.code_text,
                message=message,
                version=case.record.version,
                date=dated,
                day=day,
            )


def _fault(dated: date, case: Case) -> tuple[str | None, date] | None:
    recorded, before = case.recording.day, case.recording.before
    if dated > recorded or (recorded - dated).days > DAYS:
        return None, recorded
    if before is not None and dated < before <= recorded:
        return BEFORE, before
    return None
