"""Spreads what is missing over the sessions that remain."""

from dataclasses import dataclass
from datetime import date, timedelta

from smq.coaching.assessment import AUDITS, VALID, self_assessment
from smq.coaching.calendar import EVERY, days_after, end_of_support, out_of_holidays
from smq.coaching.missing import Deliverable
from smq.coaching.reading import MILESTONES, expected_ahead, open_sessions, sessions
from smq.lifecycle import add_months
from smq.model import QualitySystem
from smq.model.coaching import CRITERION, Session, evidence_names

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
class Start:
    """The self-assessment from which a road without support starts.

    Attributes:
        day: when it was held, else when it is to be held.
        id: its number, None for one to add to the register.
        held: it took place.
        missed: it was planned for a day that is past, and nothing says that it took place.
        far: work dates would fit before it.
    """

    day: date
    id: str | None
    held: bool = False
    missed: bool = False
    far: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What is due when.

    Attributes:
        meetings: in the order of their days.
        end: last day of the road: the evaluation, else the end of the support.
        late: the road ends before what is missing could be spread at the usual rhythm.
        start: the self-assessment, where the programme does not support the platform and a register
            keeps self-assessments; else None.
        agreed: the day of the evaluation is in the register.
    """

    meetings: tuple[Meeting, ...]
    end: date
    late: bool
    start: Start | None = None
    agreed: bool = False


def plan(system: QualitySystem, items: tuple[Deliverable, ...], every: int = EVERY) -> Plan:
    """Return the plan: sessions that exist keep their day; others follow every so many days.

    What is expected of a session already is not planned again. The first sessions get the first
    items, the same number each. Without support, new work dates follow the self-assessment.

    Args:
        system: the platform; its register of milestones and `label` of smq.yaml set the frame.
        items: what is missing, the most urgent first.
        every: days between two sessions.
    """
    end = road_end(system)
    start = _start(system, every)
    known = {
        s.planned: s
        for s in open_sessions(system)
        if s.planned and system.today <= s.planned <= end
    }
    last = max((s.day for s in sessions(system) if s.day), default=system.today)
    first = max(last, system.today, start.day if start else system.today)
    new = days_after(first, end - timedelta(days=_BEFORE_EVALUATION), every)
    days = sorted({*known, *new})
    left = _not_expected(system, _without_audit(items, start))
    late = bool(left) and not days
    if late:
        days = [max(system.today, start.day) if start else system.today]
    share = -(-len(left) // max(len(days), 1))
    meetings = tuple(
        Meeting(day, known.get(day), left[n * share : (n + 1) * share])
        for n, day in enumerate(days)
    )
    # Sessions are added as long as something is due for them.
    kept = tuple(m for m in meetings if m.session is not None or m.items)
    return Plan(kept, end, late, start, next_evaluation(system) is not None)


def _start(system: QualitySystem, every: int) -> Start | None:
    """Return where a road without support starts; one not planned comes at the next work date."""
    if system.settings.label.coaching or AUDITS not in system.registers:
        return None
    known = self_assessment(system)
    if known and known.held:
        return Start(known.held, known.id, held=True)
    if known and known.planned and known.planned >= system.today:
        soon = system.today + timedelta(days=every)
        return Start(known.planned, known.id, far=known.planned > out_of_holidays(soon))
    day = out_of_holidays(system.today + timedelta(days=every))
    return Start(day, known.id if known else None, missed=known is not None)


def _without_audit(items: tuple[Deliverable, ...], start: Start | None) -> tuple[Deliverable, ...]:
    """Return the items without the self-assessment, which has its own place in the plan."""
    if start is None or start.held:
        return items
    return tuple(item for item in items if item.table != AUDITS)


def road_end(system: QualitySystem) -> date:
    """Return the day of the next evaluation, else the last day of the longest support.

    Without either: eighteen months from the day judged at. Without support, the evaluation follows
    the self-assessment within the twelve months for which that counts.
    """
    planned = next_evaluation(system)
    if planned:
        return planned
    label = system.settings.label
    if not label.coaching:
        known = self_assessment(system)
        begun = known.day if known and known.day else system.today
        begun = begun if known and known.held else max(begun, system.today)
        return add_months(begun, VALID)
    return max(end_of_support(label.engagement or system.today), system.today)


def next_evaluation(system: QualitySystem) -> date | None:
    """Return the day for which the next evaluation is planned."""
    planned = (
        day
        for row in system.rows(MILESTONES)
        if row.value("type") in ("evaluation", "suivi") and row.day("date_reelle") is None
        if (day := row.day("date_prevue")) and day >= system.today
    )
    return min(planned, default=None)


def _not_expected(system: QualitySystem, items: tuple[Deliverable, ...]) -> tuple[Deliverable, ...]:
    """Return the items that no session to come expects already."""
    expected = {_plain(name) for e in expected_ahead(system) for name in e.names}
    return tuple(item for item in items if not _is_among(item, expected))


def _is_among(item: Deliverable, expected: set[str]) -> bool:
    """Return whether names that are expected are those of an item: its words, or its evidence."""
    own = (item.title,) if item.kind == CRITERION else (item.document, item.table, item.title)
    evidence = {_plain(name) for name in evidence_names(item)}
    return bool(expected & {_plain(w) for w in own if w}) or (
        bool(evidence) and evidence <= expected
    )


def _plain(words: str) -> str:
    """Return words as a cell holds them: French spaces before signs are plain there."""
    return " ".join(words.split())
