"""Sessions, expectations and remarks, as the registers of the platform say them."""

from datetime import date

from smq.model import QualitySystem
from smq.model.coaching import Expectation, Remark, Session
from smq.model.table import Row

MILESTONES = "jalons"
EXPECTATIONS = "attendus"
REMARKS = "remarques"
SESSION = "session"
TASK = "tache"


def sessions(system: QualitySystem) -> tuple[Session, ...]:
    """Return the sessions in the order of their days; those without a day come last."""
    found = [
        Session(
            id=row.key,
            kind=_text(row, "genre") or "travail",
            planned=_date(row, "date_prevue"),
            held=_date(row, "date_reelle"),
            hours=row.text("duree"),
            people=_list(row, "participants"),
            done=_list(row, "faits"),
            next=_date(row, "prochaine"),
            fixed=row.value("fixee") is True,
            questions=_list(row, "questions"),
            training=_text(row, "formation"),
            result=_text(row, "resultat"),
            location=row.at(),
        )
        for row in _rows(system, MILESTONES)
        if row.value("type") == SESSION
    ]
    return tuple(sorted(found, key=lambda s: (s.day is None, s.day or date.max, s.id)))


def next_session(system: QualitySystem) -> Session | None:
    """Return the first session to come, None when none is planned."""
    coming = (s for s in sessions(system) if s.held is None and s.planned is not None)
    return next((s for s in coming if s.planned and s.planned >= system.today), None)


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
    found = [_expectation(row) for row in _rows(system, EXPECTATIONS)]
    with_rows = {e.session for e in found}
    for row in _rows(system, MILESTONES):
        if row.value("type") == SESSION and row.key not in with_rows:
            found += _phrases(row)
    return tuple(e for e in found if session is None or e.session == session)


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
            answered=_date(row, "date_reponse"),
            location=row.at(),
        )
        for row in _rows(system, REMARKS)
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
        due=_date(row, "echeance"),
        criteria=_list(row, "criteres"),
        done_on=_date(row, "fait_le"),
        reason=_text(row, "motif"),
        location=row.at(),
    )


def _phrases(row: Row) -> list[Expectation]:
    done = _list(row, "faits")
    held = _date(row, "date_reelle")
    return [
        Expectation(
            id="",
            session=row.key,
            kind=TASK,
            title=phrase,
            done_on=held if phrase in done else None,
            location=row.at("attendus"),
        )
        for phrase in _list(row, "attendus")
    ]


def _rows(system: QualitySystem, table: str) -> tuple[Row, ...]:
    register = system.registers.get(table)
    return register.rows if register else ()


def _text(row: Row, column: str) -> str:
    value = row.value(column)
    return value if isinstance(value, str) else ""


def _list(row: Row, column: str) -> tuple[str, ...]:
    value = row.value(column)
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def _date(row: Row, column: str) -> date | None:
    value = row.value(column)
    return value if isinstance(value, date) else None
