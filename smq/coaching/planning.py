"""Spreads what is missing over the sessions that remain."""

from dataclasses import dataclass
from datetime import date, timedelta

from smq.coaching.calendar import EVERY, days_after, end_of_support
from smq.coaching.missing import Deliverable
from smq.coaching.reading import MILESTONES, expected_ahead, open_sessions, sessions
from smq.model import QualitySystem
from smq.model.coaching import Session

_BEFORE_EVALUATION = 21
"""Days that stay free before an evaluation: the file is frozen and read again."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session of the plan.

    Attributes:
        day: when.
        session: the row that exists already, None for one to add.
        items: what is due for it.
    """

    day: date
    session: Session | None
    items: tuple[Deliverable, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due when.

    Attributes:
        meetings: in the order of their days.
        end: last day of the road: the evaluation, else the end of the support.
        late: the road ends before what is missing could be spread at the usual rhythm.
    """

    meetings: tuple[Meeting, ...]
    end: date
    late: bool


def plan(system: QualitySystem, items: tuple[Deliverable, ...], every: int = EVERY) -> Plan:
    """Return the plan: sessions that exist keep their day; others follow every so many days.

    What is expected of a session already is not planned again. The first sessions get the first
    items, the same number each.

    Args:
        system: the platform; its register of milestones and `label` of smq.yaml set the frame.
        items: what is missing, the most urgent first.
        every: days between two sessions.
    """
    end = road_end(system)
    known = {
        s.planned: s
        for s in open_sessions(system)
        if s.planned and system.today <= s.planned <= end
    }
    last = max((s.day for s in sessions(system) if s.day), default=system.today)
    first = max(last, system.today)
    new = days_after(first, end - timedelta(days=_BEFORE_EVALUATION), every)
    days = sorted({*known, *new})
    left = _not_expected(system, items)
    late = bool(left) and not days
    if late:
        days = [system.today]
    share = -(-len(left) // max(len(days), 1))
    meetings = tuple(
        Meeting(day, known.get(day), left[n * share : (n + 1) * share])
        for n, day in enumerate(days)
    )
    # Sessions are added as long as something is due for them.
    kept = tuple(m for m in meetings if m.session is not None or m.items)
    return Plan(kept, end, late)


def road_end(system: QualitySystem) -> date:
    """Return the day of the next evaluation, else the last day of the longest support.

    Without either: eighteen months from the day judged at.
    """
    planned = [
        day
        for row in system.rows(MILESTONES)
        if row.value("type") in ("evaluation", "suivi") and row.day("date_reelle") is None
        if (day := row.day("date_prevue")) and day >= system.today
    ]
    if planned:
        return min(planned)
    begun = system.settings.label.engagement or system.today
    return max(end_of_support(begun), system.today)


def _not_expected(system: QualitySystem, items: tuple[Deliverable, ...]) -> tuple[Deliverable, ...]:
    """Return the items that no session to come expects already."""
    expected = {_plain(name) for e in expected_ahead(system) for name in e.names}
    return tuple(
        item
        for item in items
        if not expected & {_plain(w) for w in (item.document, item.table, item.title) if w}
    )


def _plain(words: str) -> str:
    """Return words as a cell holds them: French spaces before signs are plain there."""
    return " ".join(words.split())
