"""`smq session new` and `answer`: a session on a day that people set, an answer to a remark."""

from contextlib import nullcontext
from datetime import date

from smq import files
from smq.cli import asking, console
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.links.folding import fold
from smq.model import QualitySystem, nearest
from smq.model.coaching import Remark


def new_session(session: Session, on: str | None, kind: str, *, dry_run: bool) -> None:
    """Add a session on a day that people set.

    Args:
        session: the command.
        on: the day, as typed.
        kind: as typed, with or without accents.
        dry_run: show what would be written.

    Raises:
        SmqError: the day or the kind is none, or a session is set on that day already.
    """
    from smq.operations.session import add_session

    if on is None:
        raise SmqError(
            _("Say on which day the session is."), _("Example: smq session new --on 12/04/2027")
        )
    word = _known_kind(kind, session.translate)
    day = typed_date(on)
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(registers=True)
        _refuse_same_day(day, system)
        edits = table_edits(session, system)
        number = add_session(edits, day, word, fixed=True)
        save(session, edits.changes(), dry_run=dry_run, held=True)
    if not dry_run:
        console.product(number)
    _say_past(number, day, session)


def _known_kind(typed: str, translate: Translator) -> str:
    """Return the word of a kind of session, typed as it is written or as people read it.

    Raises:
        SmqError: it is none.
    """
    from smq.coaching.wording import KINDS

    words = {fold(word).replace("_", " "): word for word in KINDS}
    words |= {fold(translate(label)): word for word, label in KINDS.items()}
    found = words.get(fold(typed).replace("_", " "))
    if found is None:
        near = nearest(typed, tuple(KINDS))
        raise SmqError(
            _("«{word}» is no kind of session."),
            _("Nearest: {near}.") if near else _("The kinds are {known}."),
            word=typed,
            near=near or "",
            known=", ".join(KINDS),
        )
    return found


def _say_past(number: str, day: date, session: Session) -> None:
    """Say how a session of a day that is past is noted as held."""
    if day < session.today:
        sentence = _("{date} is past. If the session took place, note it: {command}")
        command = f"smq session close {number} --on {day.isoformat()}"
        console.aside(session.translate(sentence, date=day, command=command))


def _refuse_same_day(day: date, system: QualitySystem) -> None:
    """Raise for a day on which a session is set already.

    Raises:
        SmqError: there is one.
    """
    from smq.coaching import open_sessions, sessions

    same = next((found for found in open_sessions(system) if found.planned == day), None)
    if same is not None:
        raise SmqError(
            _("{session} is planned on {date} already."),
            _("Nothing to add; to see what is due for it: smq session brief {session}"),
            session=same.id,
            date=day,
        )
    before = next((found for found in sessions(system) if found.held == day), None)
    if before is not None:
        raise SmqError(
            _("{session} was held on {date} already."),
            _("To correct it, change its row in the register."),
            session=before.id,
            date=day,
        )


def answer_remark_of(
    session: Session, number: str | None, text: str | None, *, dry_run: bool
) -> None:
    """Write the answer to a remark: the brief shows it no more.

    Raises:
        SmqError: there is no such remark, or nothing is answered.
    """
    from smq.operations.session import answer_remark, remark_named

    if not number or not (text or "").strip():
        raise SmqError(
            _("Say which remark is answered, and what."),
            _("Example: {command}"),
            command='smq session answer REM-002 --text "…"',
        )
    before = remark_named(number, session.system(registers=True))
    if before.answer and not _replaced(before, session):
        return
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(registers=True)
        remark = remark_named(number, system)
        if remark.answer != before.answer:
            raise SmqError(
                _("{remark} was answered by somebody else just now."), None, remark=remark.id
            )
        edits = table_edits(session, system)
        answer_remark(remark, text or "", system, edits)
        save(session, edits.changes(), dry_run=dry_run, held=True)
    if not dry_run:
        sentence = _("{remark} is answered: {text}")
        console.aside(session.translate(sentence, remark=remark.id, text=remark.text))


def _replaced(remark: Remark, session: Session) -> bool:
    """Ask whether another answer takes the place of one that is written; no is proposed.

    Raises:
        SmqError: nobody answers.
    """
    translate = session.translate
    day = translate.date(remark.answered) if remark.answered else "–"
    values = {"remark": remark.id, "date": day, "text": remark.answer}
    try:
        asking.write(translate(_("{remark} was answered on {date}: {text}"), **values))
        meant = asking.confirmed(
            translate(_("Put the new answer in its place?")), translate, proposed=False
        )
    except (EOFError, asking.BackError) as end:
        asking.write("")
        raise SmqError(
            _("{remark} is answered already: nothing is written."),
            _("To put another answer in its place, type the command again and answer yes."),
            remark=remark.id,
        ) from end
    if not meant:
        console.aside(translate(_("Nothing was written.")))
    return meant
