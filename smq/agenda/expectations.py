"""What is expected at the next sessions and is not there yet."""

from collections.abc import Iterator

from smq.agenda.wording import called
from smq.coaching import expectations, sessions, standing
from smq.coaching.evidence import case_of
from smq.coaching.reading import EXPECTATIONS
from smq.i18n import _
from smq.model import Location, QualitySystem
from smq.model.coaching import Standing
from smq.model.due import Due

KIND = "attendu"
WARNING = 7
"""Days: the coach reads what was done the day before the session."""


def dates(system: QualitySystem) -> Iterator[Due]:
    """Yield the day of each expectation that facts do not show as done, else that of its session.

    One that says why it was not done has been put off: the row that takes it up again counts.
    """
    days = {session.id: session.day for session in sessions(system)}
    case = case_of(system)
    for one in expectations(system):
        day = one.due or days.get(one.session)
        if day is None or not one.id or one.reason:
            continue
        if standing(one, system, case).standing is Standing.DONE:
            continue
        yield Due(
            date=day,
            kind=KIND,
            title=_("Expected: {what}"),
            ref=f"{EXPECTATIONS}:{one.id}",
            location=one.location or Location(EXPECTATIONS),
            values={"what": one.title},
            person=one.person,
            name=called(one.person, system),
            warnings=(WARNING,),
        )
