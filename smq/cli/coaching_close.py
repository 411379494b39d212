"""`smq session close`: what a session was, its minutes, what goes on to the next one."""

from contextlib import nullcontext
from dataclasses import dataclass

from smq import files
from smq.cli import console
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.errors import SmqError
from smq.i18n import _
from smq.kit import typed_date
from smq.links.folding import fold
from smq.model import Change, QualitySystem, coaching
from smq.model.coaching import Minutes


@dataclass(frozen=True, slots=True)
class Said:
    """What options say of a session, as typed.

    Attributes:
        on: when it was held; None = today.
        hours: how long.
        present: who was there.
        done: what was done.
        questions: left open.
        answered: questions that are open no more, as they are written.
        remarks: of the coach, each with the code of its document in front or without.
        training: received that day.
        following: date of the next session, or None.
    """

    on: str | None = None
    hours: str = ""
    present: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    answered: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    training: str = ""
    following: str | None = None


def close(session: Session, number: str | None, said: Said, *, dry_run: bool) -> None:
    """Note a session that took place, file its minutes, carry over what is not done.

    Args:
        session: the command.
        number: of the session to close; None = the last one whose day has come, else the next.
        said: what options say of it.
        dry_run: show what would be written.

    Raises:
        SmqError: there is no such session, it is closed already, or a date is none.
    """
    from smq.operations.session import close_session, minutes_path, told

    translate = session.translate
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(evidence=True)
        chosen = _to_close(number, system)
        minutes = _minutes(said, chosen, session, system)
        sheet = minutes_path(chosen, system)
        edits = table_edits(session, system)
        following = close_session(chosen, minutes, system, edits, sheet)
        content = _in_word(chosen, minutes, system, session)
        changes = [*edits.changes(), Change(sheet, files.read(session.root, sheet), content)]
        save(session, changes, dry_run=dry_run, held=True)
    if dry_run:
        return
    console.product(f"{chosen.id} {sheet}")
    if following:
        console.aside(translate(_("What is not done goes on to {session}."), session=following))
    else:
        sentence = _("No session comes after {session}: smq session new --on DATE")
        console.aside(translate(sentence, session=told(chosen, translate)))


def _to_close(number: str | None, system: QualitySystem) -> coaching.Session:
    """Return the session of that number, else the last open one whose day has come, else the next.

    Raises:
        SmqError: there is none, or it is closed already.
    """
    from smq.coaching import open_sessions
    from smq.operations.session import session_named

    if number is None:
        waiting = open_sessions(system)
        if not waiting:
            raise SmqError(_("No session is open."), _("To add one: smq session new --on DATE"))
        past = [s for s in waiting if s.planned and s.planned <= system.today]
        return past[-1] if past else waiting[0]
    chosen = session_named(system, number)
    if chosen.held is not None:
        raise SmqError(
            _("{session} is closed already: it was held on {date}."),
            _("To correct it, change its row in the register."),
            session=chosen.id,
            date=chosen.held,
        )
    return chosen


def _in_word(
    chosen: coaching.Session, minutes: Minutes, system: QualitySystem, session: Session
) -> bytes:
    """Return the minutes as a Word file."""
    from smq.coaching import expectations, standing
    from smq.render.coaching import minutes_page
    from smq.render.report_page import word_file

    judged = [standing(e, system) for e in expectations(system, chosen.id)]
    page = minutes_page(chosen, minutes, judged, system, session.translate)
    return word_file(page, session.root, session.translate)


def _minutes(
    said: Said, chosen: coaching.Session, session: Session, system: QualitySystem
) -> Minutes:
    """Return what is noted of a session: what options say, else what its row was prepared with.

    Raises:
        SmqError: a day is none, one to come, or the next session is not after this one.
    """
    from smq.operations.session import all_words, remark_of

    if said.on is None and chosen.planned and chosen.planned > session.today:
        raise SmqError(
            _("{session} is planned on {date}: say on which day it was held."),
            _("Example: --on {date}"),
            session=chosen.id,
            date=chosen.planned,
        )
    held = typed_date(said.on) if said.on else session.today
    if held > session.today:
        raise SmqError(_("«{date}» has not come yet (--on)."), None, date=said.on)
    following = typed_date(said.following) if said.following else None
    if following is not None and following <= held:
        raise SmqError(_("The next session comes after this one (--next)."), None)
    return Minutes(
        held=held,
        hours=said.hours or chosen.hours,
        people=all_words(said.present) or chosen.people,
        done=all_words(said.done),
        questions=_open_questions(said, chosen, system),
        training=said.training or chosen.training,
        next=following,
        remarks=tuple(remark_of(text, system) for text in said.remarks),
        author=session.translate(_("coach")),
        result=chosen.result,
    )


def _open_questions(said: Said, chosen: coaching.Session, system: QualitySystem) -> tuple[str, ...]:
    """Return the questions of a session, those of the one before it that nobody answered first."""
    from smq.coaching import previous_session
    from smq.operations.session import all_words

    before = previous_session(system)
    carried = before.questions if before else ()
    asked = all_words((*carried, *chosen.questions, *said.questions))
    answered = {fold(question) for question in said.answered}
    return tuple(question for question in asked if fold(question) not in answered)
