"""`smq session close`: what a session was, its minutes, what goes on to the next one."""

import re
from contextlib import nullcontext
from datetime import date

from smq import files
from smq.cli import console
from smq.cli.coaching_questions import Interview
from smq.cli.coaching_said import Said
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.coaching.reading import MILESTONES
from smq.errors import SmqError
from smq.i18n import _
from smq.kit import typed_date
from smq.links.folding import fold
from smq.model import Change, QualitySystem, coaching
from smq.model.coaching import Minutes

_CLOCK = re.compile(r"(\d{1,2})\s*h\s*(\d{1,2})?", re.IGNORECASE)


def close(session: Session, number: str | None, said: Said, *, dry_run: bool) -> None:
    """Note a session that took place, file its minutes, carry over what is not done.

    Args:
        session: the command.
        number: of the session to close; None = the last one whose day has come, else the next.
        said: what options say of it; without a word, it is asked.
        dry_run: show what would be written.

    Raises:
        SmqError: there is no such session, it is closed already, or a date is none.
    """
    from smq.operations.session import close_session, minutes_path, told

    translate = session.translate
    _refuse_nothing_added(said)
    asked = _interview(number, session) if said == Said() else None
    said = _answers(asked, session) if asked else said
    with (
        asked.told() if asked else nullcontext(),
        nullcontext() if dry_run else files.locked(session.root),
    ):
        system = session.system(evidence=True)
        chosen = _to_close(number, system, closed=said.add)
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
    if said.add:
        console.aside(translate(_("{session} is completed."), session=chosen.id))
    elif following:
        console.aside(translate(_("What is not done goes on to {session}."), session=following))
    else:
        sentence = _("No session comes after {session}: smq session new --on DATE")
        console.aside(translate(sentence, session=told(chosen, translate)))


def _interview(number: str | None, session: Session) -> Interview:
    """Return what asks of the session that is closed without a word about it."""
    return Interview(_to_close(number, session.system(registers=True)), session)


def _answers(interview: Interview, session: Session) -> Said:
    """Return what a person answers, each answer judged at once.

    Raises:
        SmqError: nobody answers.
    """
    from smq.operations.register_row import understood_cell
    from smq.operations.session import remark_of

    system = session.system(registers=True)
    register = system.registers.get(MILESTONES)
    column = register.schema.column("duree") if register else None
    asked = _asked_before((), interview.chosen, system)
    return interview.said(
        typed_date,
        lambda text: understood_cell(column, _hours(text), system) if column else text,
        lambda text: remark_of(text, system),
        lambda text: _refuse_not_open((text,), asked),
    )


def _refuse_nothing_added(said: Said) -> None:
    """Raise for an addition that adds nothing, or gives another day.

    Raises:
        SmqError: it does.
    """
    if said.add and said.on:
        raise SmqError(
            _("--add keeps the day of the session: leave --on out."),
            _("To correct it, change its row in the register."),
        )
    if said == Said(add=True):
        raise SmqError(
            _("Say what is added to the session."),
            _("Example: {command}"),
            command='smq session close JAL-011 --add --remark "MAD-PRO-001: …"',
        )


def _to_close(
    number: str | None, system: QualitySystem, *, closed: bool = False
) -> coaching.Session:
    """Return the session of that number, else the last open one whose day has come, else the next.

    Args:
        number: as typed, or None.
        system: the platform.
        closed: the session is one that is closed, by default the last.

    Raises:
        SmqError: there is none, or it is closed already.
    """
    from smq.coaching import open_sessions, previous_session
    from smq.operations.session import session_named

    if number is None and closed:
        last = previous_session(system)
        if last is None:
            raise SmqError(_("No session is closed: there is nothing to add to."), None)
        return last
    if number is None:
        waiting = open_sessions(system)
        if not waiting:
            raise SmqError(_("No session is open."), _("To add one: smq session new --on DATE"))
        past = [s for s in waiting if s.planned and s.planned <= system.today]
        return past[-1] if past else waiting[0]
    chosen = session_named(system, number)
    if closed and chosen.held is None:
        raise SmqError(_("{session} is not closed yet: leave --add out."), None, session=chosen.id)
    if chosen.held is not None and not closed:
        raise SmqError(
            _("{session} is closed already: it was held on {date}."),
            _("To add to it: {command}. To correct it, change its row in the register."),
            session=chosen.id,
            date=chosen.held,
            command=f'smq session close {chosen.id} --add --done "…"',
        )
    return chosen


def _in_word(
    chosen: coaching.Session, minutes: Minutes, system: QualitySystem, session: Session
) -> bytes:
    """Return the minutes as a Word file."""
    from smq.coaching import expectations, standings
    from smq.render.coaching import minutes_page
    from smq.render.report_page import word_file

    judged = standings(expectations(system, chosen.id), system)
    page = minutes_page(chosen, minutes, judged, system, session.translate)
    return word_file(page, session.root, session.translate)


def _minutes(
    said: Said, chosen: coaching.Session, session: Session, system: QualitySystem
) -> Minutes:
    """Return what is noted of a session: what options say, else what its row was prepared with.

    Raises:
        SmqError: a day is none, one to come, or the next session is not after this one.
    """
    from smq.operations.session import all_words, remark_of, remarks_of

    held = chosen.held if said.add and chosen.held else _held(said, chosen, session)
    following = typed_date(said.following) if said.following else None
    if following is not None and following <= held:
        raise SmqError(_("The next session comes after this one (--next)."), None)
    people = all_words(said.present)
    return Minutes(
        held=held,
        hours=_hours(said.hours) or chosen.hours,
        people=all_words((*chosen.people, *people)) if said.add else people or chosen.people,
        done=all_words((*chosen.done, *said.done)),
        questions=_open_questions(said, chosen, system),
        training=said.training or chosen.training,
        next=following,
        remarks=tuple(remark_of(text, system) for text in said.remarks),
        earlier=remarks_of(chosen, system),
        author=_author(session, system),
        result=chosen.result,
    )


def _held(said: Said, chosen: coaching.Session, session: Session) -> date:
    """Return when a session was held.

    Raises:
        SmqError: nobody said it of one that is planned later, or the day has not come.
    """
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
    return held


def _hours(typed: str) -> str:
    """Return a length in hours, as a number: 2h30 is 2,5."""
    found = _CLOCK.fullmatch(typed.strip())
    if found is None:
        return typed
    hours = int(found[1]) + round(int(found[2] or 0) / 60, 2)
    return f"{hours:g}".replace(".", ",")


def _author(session: Session, system: QualitySystem) -> str:
    """Return by what function remarks are made: without support, nobody is a coach."""
    supported = system.settings.label.coaching
    return session.translate(_("coach") if supported else _("self-assessment"))


def _open_questions(said: Said, chosen: coaching.Session, system: QualitySystem) -> tuple[str, ...]:
    """Return the questions of a session, those of the one before it that nobody answered first.

    Raises:
        SmqError: one that is said to be answered was never asked.
    """
    asked = _asked_before(said.questions, chosen, system)
    _refuse_not_open(said.answered, asked)
    answered = {fold(question) for question in said.answered}
    return tuple(question for question in asked if fold(question) not in answered)


def _asked_before(
    typed: tuple[str, ...], chosen: coaching.Session, system: QualitySystem
) -> tuple[str, ...]:
    """Return the questions left open so far, and those of this session."""
    from smq.coaching import previous_session
    from smq.operations.session import all_words

    # What is added to a closed session starts from its own questions.
    before = previous_session(system) if chosen.held is None else None
    carried = before.questions if before else ()
    return all_words((*carried, *chosen.questions, *typed))


def _refuse_not_open(answered: tuple[str, ...], asked: tuple[str, ...]) -> None:
    """Raise for a question that is none of those open.

    Raises:
        SmqError: it is none.
    """
    known = {fold(question) for question in asked}
    for question in answered:
        if fold(question) not in known:
            raise SmqError(
                _("«{question}» is no open question (--answered)."),
                _("The open ones are: {known}.") if asked else _("No question is open."),
                question=question,
                known=" | ".join(asked),
            )
