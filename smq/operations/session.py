"""Sessions on the road to the label: planned, set, closed with what was done."""

import re
from collections.abc import Sequence
from datetime import date

from smq.coaching.assessment import AUDITS, SELF
from smq.coaching.missing import Deliverable
from smq.coaching.planning import Plan
from smq.coaching.reading import (
    EXPECTATIONS,
    MILESTONES,
    REMARKS,
    SESSION,
    expectations,
    open_sessions,
    remarks,
    sessions,
)
from smq.coaching.standing import standings
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import QualitySystem, nearest
from smq.model.coaching import DOCUMENT, TASK, Expectation, Minutes, Remark, Session, Standing
from smq.operations.sheets import sheet_path
from smq.operations.table_edits import TableEdits

_CODE = re.compile(r"[A-Za-z]{2,5}(?:-[A-Za-z0-9]{2,5})*-[0-9]{1,5}")
"""What is meant for the code of a document, on any platform."""


def session_named(system: QualitySystem, word: str) -> Session:
    """Return the session with that number.

    Raises:
        SmqError: there is none.
    """
    known = {session.id: session for session in sessions(system)}
    found = known.get(word.strip().upper()) or known.get(word.strip())
    if found is None:
        near = nearest(word, tuple(known))
        raise SmqError(
            _("«{word}» is no session of the register of milestones."),
            _("Nearest: {near}. All: smq session list") if near else _("All: smq session list"),
            word=word,
            near=near or "",
        )
    return found


def write_plan(
    plan: Plan, system: QualitySystem, edits: TableEdits, processes: Sequence[str] = ()
) -> list[str]:
    """Add the sessions of a plan that do not exist yet, and what is expected of each.

    A self-assessment from which the road starts and that nobody planned yet is added too.

    Args:
        plan: what is due when.
        system: the platform.
        edits: takes the rows.
        processes: codes that a self-assessment looks at.

    Returns:
        The numbers of the sessions added.

    Raises:
        SmqError: the platform has no such register, or smq may not write it.
    """
    added = []
    if plan.start is not None and plan.start.id is None:
        day = plan.start.day.isoformat()
        edits.add(AUDITS, {"type": SELF, "date_prevue": day, "processus": "|".join(processes)})
    for meeting in plan.meetings:
        if meeting.session is not None:
            number = meeting.session.id
        else:
            number = add_session(edits, meeting.day, "travail", fixed=False)
            added.append(number)
        for item in meeting.items:
            cells = {
                **_expected(number, item, system),
                "statut_vise": "applicable" if item.kind == DOCUMENT else "",
                "echeance": meeting.day.isoformat(),
                "responsable": known_person(item.person, system),
            }
            edits.add(EXPECTATIONS, cells)
    return added


def known_person(person: str | None, system: QualitySystem) -> str:
    """Return a person as the register of expectations names them; empty when it cannot yet.

    Its column leads to the register of staff, which may not have their row.
    """
    register = system.registers.get(EXPECTATIONS)
    column = register.schema.column("responsable") if register else None
    target = (column.target or "").partition(".")[0] if column else ""
    staff = system.registers.get(target)
    if person is None or (staff is not None and staff.present and person not in staff.by_key):
        return ""
    return person


def _expected(
    number: str, item: Deliverable | Expectation, system: QualitySystem
) -> dict[str, str]:
    """Return the cells by which a session expects something."""
    register = system.registers.get(EXPECTATIONS)
    column = register.schema.column("nature") if register else None
    # A platform that keeps an earlier copy of the table has no word for evidence.
    known = column is None or not column.values or item.kind in column.values
    rows = item.rows if isinstance(item, Expectation) and item.table else 1
    return {
        "session": number,
        "nature": item.kind if known else TASK,
        "libelle": item.title,
        "document": (item.document or "") if known else "",
        "registre": item.table or "",
        "lignes": str(rows) if rows > 1 else "",
        "criteres": "|".join(item.criteria),
        "preuve": item.evidence,
    }


def add_session(edits: TableEdits, day: date, kind: str, *, fixed: bool) -> str:
    """Add a session to the register of milestones and return its number."""
    return edits.add(
        MILESTONES,
        {
            "type": SESSION,
            "genre": kind,
            "date_prevue": day.isoformat(),
            "fixee": "oui" if fixed else "",
        },
    )


def close_session(
    session: Session, minutes: Minutes, system: QualitySystem, edits: TableEdits, sheet: str
) -> str | None:
    """Note what a session was; carry what is not done over to the next one.

    Args:
        session: which.
        minutes: what is noted.
        system: the platform.
        edits: takes the rows.
        sheet: POSIX path of the minutes as filed.

    Returns:
        The number of the session that takes over, None when no next date was said and none is
        planned.
    """
    edits.change(MILESTONES, session.id, _noted(session, minutes, sheet))
    for document, text in minutes.remarks:
        edits.add(
            REMARKS,
            {
                "session": session.id,
                "document": document,
                "remarque": text,
                "auteur": minutes.author,
            },
        )
    following = _following(session, minutes, system, edits)
    if following is not None:
        _carry_over(session, following, system, edits)
    return following


def _noted(session: Session, minutes: Minutes, sheet: str) -> dict[str, str]:
    """Return the cells that minutes fill in; those of which they say nothing stay as they are."""
    cells = {
        "date_reelle": minutes.held.isoformat(),
        "duree": minutes.hours,
        "participants": "|".join(minutes.people),
        "faits": "|".join(minutes.done),
        "questions": "|".join(minutes.questions),
        "formation": minutes.training,
        "prochaine": minutes.next.isoformat() if minutes.next else "",
        "resultat": minutes.result,
        "piece": sheet,
    }
    return {column: text for column, text in cells.items() if text}


def not_done(session: Session, system: QualitySystem) -> tuple[Expectation, ...]:
    """Return what was expected of a session and is not done."""
    judged = standings(expectations(system, session.id), system)
    return tuple(one.expectation for one in judged if one.standing is not Standing.DONE)


def minutes_path(session: Session, system: QualitySystem) -> str:
    """Return where the minutes of a session are filed: with the records of its register."""
    return sheet_path(MILESTONES, f"{session.id}_compte-rendu", system)


def _following(
    session: Session, minutes: Minutes, system: QualitySystem, edits: TableEdits
) -> str | None:
    """Return the next session: the one planned on that day, a new one, or the first to come."""
    coming = [s for s in open_sessions(system) if s.id != session.id]
    if minutes.next is not None:
        same_day = next((s.id for s in coming if s.planned == minutes.next), None)
        return same_day or add_session(edits, minutes.next, "travail", fixed=True)
    later = (s.id for s in coming if s.planned and s.planned > minutes.held)
    return next(later, None)


def _carry_over(session: Session, following: str, system: QualitySystem, edits: TableEdits) -> None:
    """Add to a session what an earlier one leaves, unless it is expected there already."""
    already = {name for e in expectations(system, following) for name in e.names}
    for left in not_done(session, system):
        if already & left.names:
            continue
        more = {
            "statut_vise": left.status or "",
            "responsable": known_person(left.person, system),
            "reporte_de": left.id,
        }
        edits.add(EXPECTATIONS, {**_expected(following, left, system), **more})


def remark_of(typed: str, system: QualitySystem) -> tuple[str, str]:
    """Return code and text of a remark typed «MAD-PRO-001: say how it is renewed».

    Without a code of a document in front, the remark is about the whole.

    Raises:
        SmqError: what stands in front is a code, and no document bears it.
    """
    head, colon, rest = typed.partition(":")
    word = head.strip()
    document = system.find(word) if colon else None
    if document is not None and document.code_text:
        return document.code_text, rest.strip()
    if colon and _CODE.fullmatch(word):
        near = nearest(word, tuple(d.code_text for d in system.documents if d.code_text))
        raise SmqError(
            _("No document carries the code {code} (--remark)."),
            _("Nearest: {near}.") if near else _("All: smq list"),
            code=word,
            near=near or "",
        )
    return "", typed.strip()


def remarks_of(session: Session, system: QualitySystem) -> tuple[tuple[str, str], ...]:
    """Return code and text of the remarks that the register has of a session."""
    return tuple((r.document or "", r.text) for r in remarks(system) if r.session == session.id)


def remark_named(number: str, system: QualitySystem) -> Remark:
    """Return the remark of that number.

    Raises:
        SmqError: there is none.
    """
    known = {remark.id: remark for remark in remarks(system)}
    found = known.get(number.strip().upper()) or known.get(number.strip())
    if found is None:
        near = nearest(number, tuple(known))
        raise SmqError(
            _("«{word}» is no remark of the register («{table}»)."),
            _("Nearest: {near}.") if near else _("All: smq session brief"),
            word=number,
            table=REMARKS,
            near=near or "",
        )
    return found


def answer_remark(remark: Remark, text: str, system: QualitySystem, edits: TableEdits) -> None:
    """Write what is answered to a remark, on the day judged at; a former answer is kept beside."""
    cells = {"reponse": text, "date_reponse": system.today.isoformat()}
    if remark.answer:
        row = system.registers[REMARKS].by_key[remark.id]
        own = Translator(system.settings.language or "fr")
        day = own.date(remark.answered) if remark.answered else "–"
        former = own(_("answer of {date}: {text}"), date=day, text=remark.answer)
        cells["corrections"] = " ; ".join(filter(None, (row.text("corrections"), former)))
    edits.change(REMARKS, remark.id, cells)


def all_words(typed: Sequence[str]) -> tuple[str, ...]:
    """Return what was typed for a list, each once, `|` taken for «/»: it parts its items."""
    return tuple(dict.fromkeys(w.replace("|", "/").strip() for w in typed if w.strip()))


def told(session: Session, translate: Translator) -> str:
    """Return how a session is called in a sentence."""
    day = translate.date(session.day) if session.day else "–"
    return f"{session.id} ({day})"
