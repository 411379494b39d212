"""Sessions, expectations and remarks, as the registers of the platform say them."""

from datetime import date

from smq.model import QualitySystem
from smq.model.coaching import TASK, Expectation, Remark, Session
from smq.model.table import Row

MILESTONES = "jalons"
EXPECTATIONS = "attendus"
REMARKS = "remarques"
SESSION = "session"


def sessions(system: QualitySystem) -> tuple[Session, ...]:
    """Return the sessions in the order of their days; those without a day come last."""
    found = [
        Session(
            id=row.key,
            kind=_text(row, "genre") or "travail",
            planned=row.day("date_prevue"),
            held=row.day("date_reelle"),
            hours=row.text("duree"),
            people=row.texts("participants"),
            done=row.texts("faits"),
            next=row.day("prochaine"),
            fixed=row.value("fixee") is True,
            questions=row.texts("questions"),
            training=_text(row, "formation"),
            result=_text(row, "resultat"),
            location=row.at(),
        )
        for row in system.rows(MILESTONES)
        if row.value("type") == SESSION
    ]
    return tuple(sorted(found, key=lambda s: (s.day is None, s.day or date.max, s.id)))


def open_sessions(system: QualitySystem) -> tuple[Session, ...]:
    """Return the sessions that have a number and a day and did not take place, in their order.

    One whose day is past and of which the register tells what became (put off, given up) is no
    longer open.
    """
    return tuple(s for s in sessions(system) if s.id and s.planned and not is_over(s, system.today))


def is_over(session: Session, today: date) -> bool:
    """Return whether a session took place, or was put off: its day is past and a result stands."""
    put_off = session.planned is not None and session.planned < today and bool(session.result)
    return session.held is not None or put_off


def next_session(system: QualitySystem) -> Session | None:
    """Return the first session to come, None when none is planned."""
    coming = (s for s in open_sessions(system) if s.planned and s.planned >= system.today)
    return next(coming, None)


def previous_session(system: QualitySystem, before: date | None = None) -> Session | None:
    """Return the last session that took place before a day (by default the day judged at)."""
    limit = before or system.today
    held = [s for s in sessions(system) if s.held is not None and s.held <= limit]
    return max(held, key=lambda s: (s.held or date.min, s.id), default=None)


def expectations(system: QualitySystem, session: str | None = None) -> tuple[Expectation, ...]:
    """Return what is expected, of one session or of all, in the order of the registers.

    Phrases of the column `attendus` of a session that has no row of its own count as tasks; one
    that is also among its `faits` is done.
    """
    found = [_expectation(row) for row in system.rows(EXPECTATIONS)]
    with_rows = {e.session for e in found}
    for row in system.rows(MILESTONES):
        if row.value("type") == SESSION and row.key not in with_rows:
            found += _phrases(row)
    return tuple(e for e in found if session is None or e.session == session)


def expected_ahead(system: QualitySystem) -> tuple[Expectation, ...]:
    """Return what is expected of sessions that did not take place yet."""
    held = {session.id for session in sessions(system) if session.held is not None}
    return tuple(e for e in expectations(system) if e.session not in held)


def remarks(system: QualitySystem) -> tuple[Remark, ...]:
    """Return what coaches said, in the order of the register."""
    return tuple(
        Remark(
            id=row.key,
            session=row.text("session").strip(),
            document=_text(row, "document") or None,
            text=_text(row, "remarque"),
            author=_text(row, "auteur"),
            person=_text(row, "responsable") or None,
            answer=_text(row, "reponse"),
            answered=row.day("date_reponse"),
            location=row.at(),
        )
        for row in system.rows(REMARKS)
    )


def _expectation(row: Row) -> Expectation:
    rows = row.value("lignes")
    return Expectation(
        id=row.key,
        session=row.text("session").strip(),
        kind=_text(row, "nature") or TASK,
        title=_text(row, "libelle"),
        document=_text(row, "document") or None,
        status=_text(row, "statut_vise") or None,
        table=_text(row, "registre") or None,
        rows=rows if isinstance(rows, int) else 1,
        person=_text(row, "responsable") or None,
        due=row.day("echeance"),
        criteria=row.texts("criteres"),
        done_on=row.day("fait_le"),
        reason=_text(row, "motif"),
        location=row.at(),
        evidence=_text(row, "preuve"),
    )


def _phrases(row: Row) -> list[Expectation]:
    done = row.texts("faits")
    held = row.day("date_reelle")
    return [
        Expectation(
            id="",
            session=row.key,
            kind=TASK,
            title=phrase,
            done_on=held if phrase in done else None,
            location=row.at("attendus"),
        )
        for phrase in row.texts("attendus")
    ]


def _text(row: Row, column: str) -> str:
    value = row.value(column)
    return value if isinstance(value, str) else ""
