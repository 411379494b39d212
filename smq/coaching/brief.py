"""What a coach who does not use git reads the day before a session."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smq.coaching.assessment import SelfAssessment, self_assessment
from smq.coaching.planning import road_end
from smq.coaching.reading import (
    EXPECTATIONS,
    MILESTONES,
    REMARKS,
    expectations,
    expected_ahead,
    next_session,
    open_sessions,
    previous_session,
    remarks,
    sessions,
)
from smq.coaching.standing import standings
from smq.model import Document, QualitySystem
from smq.model.coaching import Judged, Remark, Session, Standing
from smq.model.coverage import Coverage, Verdict
from smq.model.table import Register, Row
from smq.registers.unreadable import UnreadableDate, unreadable_dates


@dataclass(frozen=True, slots=True)
class Brief:
    """One page about where a platform stands before a session.

    Attributes:
        session: the next one, None when none is planned.
        previous: the last that took place, or None.
        due: what was expected for it, with what became of it.
        carried: what an earlier session expected and is still not done.
        new: documents that appeared since the previous session.
        approved: documents approved or put in force since then.
        last_rows: the last row of each register that has dates, with its day.
        questions: left open.
        remarks: of the coach, not answered yet.
        satisfied, asked: criteria of the stage.
        sessions_left: to come, this one included.
        end: last day of the road.
        supported: the programme supports the platform.
        start: the self-assessment from which a road without support starts, None when none is held
            or planned.
        unreadable: dates of the sessions and of what is expected that are none.
    """

    session: Session | None
    previous: Session | None
    due: tuple[Judged, ...]
    carried: tuple[Judged, ...]
    new: tuple[Document, ...]
    approved: tuple[Document, ...]
    last_rows: tuple[tuple[Register, Row, date], ...]
    questions: tuple[str, ...]
    remarks: tuple[Remark, ...]
    satisfied: int
    asked: int
    sessions_left: int
    end: date
    supported: bool = True
    start: SelfAssessment | None = None
    unreadable: tuple[UnreadableDate, ...] = ()


def brief(
    system: QualitySystem, coverage: Coverage | None, session: Session | None = None
) -> Brief:
    """Return what to read before a session: by default the next one.

    Args:
        system: the platform, its registers read.
        coverage: its referential judged at the stage aimed at, or None.
        session: another session than the next, with or without a day.
    """
    chosen = session or next_session(system)
    before = previous_session(system, chosen.day if chosen else None)
    since = before.held if before else None
    number = chosen.id if chosen else ""
    assessments = coverage.assessments if coverage else ()
    counted = [a for a in assessments if a.verdict is not Verdict.NOT_APPLICABLE]
    return Brief(
        session=chosen,
        previous=before,
        due=standings(expectations(system, number), system) if number else (),
        carried=_carried(system, chosen),
        new=tuple(d for d in system.documents if _begun_after(d, since)),
        approved=tuple(d for d in system.documents if _approved_after(d, since, system)),
        last_rows=tuple(_last_rows(system)),
        questions=before.questions if before else (),
        remarks=tuple(r for r in remarks(system) if r.answered is None and not r.answer),
        satisfied=sum(a.verdict is Verdict.SATISFIED for a in counted),
        asked=len(counted),
        sessions_left=sum(
            s.planned is not None and s.planned >= system.today for s in open_sessions(system)
        ),
        end=road_end(system),
        supported=system.settings.label.coaching,
        start=None if system.settings.label.coaching else self_assessment(system),
        unreadable=tuple(unreadable(system)),
    )


def unreadable(system: QualitySystem) -> Iterator[UnreadableDate]:
    """Yield the dates for want of which a session, or what is expected, is missed."""
    for table, columns in (
        (MILESTONES, ("date_prevue", "date_reelle", "prochaine")),
        (EXPECTATIONS, ("echeance", "fait_le")),
    ):
        register = system.registers.get(table)
        if register is not None:
            yield from unreadable_dates(register, columns)


def _carried(system: QualitySystem, chosen: Session | None) -> tuple[Judged, ...]:
    """Return what earlier sessions expected and is not done, unless it is expected again."""
    held = {s.id for s in sessions(system) if s.held is not None}
    again = {name for e in expected_ahead(system) for name in e.names}
    earlier = [
        e
        for e in expectations(system)
        if e.session in held
        and e.id
        and not (chosen and e.session == chosen.id)
        and not again & e.names
    ]
    return tuple(j for j in standings(earlier, system) if j.standing is not Standing.DONE)


def _begun_after(document: Document, since: date | None) -> bool:
    dates = [version.date for version in document.history if version.date]
    return bool(since and len(document.history) == 1 and dates and dates[0] > since)


def _approved_after(document: Document, since: date | None, system: QualitySystem) -> bool:
    if since is None:
        return False
    days = [record.date for record in document.approvals if record.date]
    return any(since < day <= system.today for day in days)


def _last_rows(system: QualitySystem) -> list[tuple[Register, Row, date]]:
    """Return the row of the latest date of each register; those of the sessions are left out."""
    found = []
    for register in system.registers.values():
        if register.name in (MILESTONES, EXPECTATIONS, REMARKS):
            continue
        column = next((c.name for c in register.schema.columns if c.kind == "date"), None)
        dated = [
            (day, row)
            for row in register.rows
            if column and (day := row.day(column)) and day <= system.today
        ]
        if dated:
            day, row = max(dated, key=lambda pair: (pair[0], pair[1].line))
            found.append((register, row, day))
    return found
