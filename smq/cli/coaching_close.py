"""`smq session close`: what a session was, its minutes, what goes on to the next one."""

from contextlib import nullcontext

from smq import files
from smq.cli import console
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.errors import SmqError
from smq.i18n import _
from smq.kit import typed_date
from smq.model import Change, QualitySystem
from smq.model.coaching import Minutes

Said = tuple[
    str | None,
    str,
    list[str] | None,
    list[str] | None,
    list[str] | None,
    list[str] | None,
    str,
    str | None,
]
"""When it was held, hours, who was there, done, questions, remarks, training, next date."""


def close(session: Session, number: str | None, said: Said, *, dry_run: bool) -> None:
    """Note a session that took place, file its minutes, carry over what is not done.

    Raises:
        SmqError: there is no such session, it is closed already, or a date is none.
    """
    from smq.coaching import expectations, sessions, standing
    from smq.operations.session import close_session, minutes_path, session_named, told
    from smq.render.coaching import minutes_page
    from smq.render.deliverables import template
    from smq.render.docx import render

    translate = session.translate
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(evidence=True)
        if number is None:
            open_ones = [s for s in sessions(system) if s.held is None and s.planned]
            past = [s for s in open_ones if s.planned and s.planned <= session.today]
            if not open_ones:
                raise SmqError(_("No session is open."), _("To add one: smq session new --on DATE"))
            chosen = (past or open_ones)[-1 if past else 0]
        else:
            chosen = session_named(system, number)
        if chosen.held is not None:
            raise SmqError(
                _("{session} is closed already: it was held on {date}."),
                _("To correct it, change its row in the register."),
                session=chosen.id,
                date=chosen.held,
            )
        minutes = _minutes(said, session, system)
        judged = [standing(e, system) for e in expectations(system, chosen.id)]
        sheet = minutes_path(chosen, system)
        edits = table_edits(session, system)
        following = close_session(chosen, minutes, system, edits, sheet)
        page = minutes_page(chosen, minutes, judged, system, translate)
        content = render(page, template(session.root), translate).docx
        before = files.read(session.root, sheet)
        save(
            session,
            [*edits.changes(), Change(sheet, before, content)],
            dry_run=dry_run,
            held=True,
        )
    if dry_run:
        return
    console.product(f"{chosen.id} {sheet}")
    if following:
        console.aside(translate(_("What is not done goes on to {session}."), session=following))
    else:
        sentence = _("No session comes after {session}: smq session new --on DATE")
        console.aside(translate(sentence, session=told(chosen, translate)))


def _minutes(said: Said, session: Session, system: QualitySystem) -> Minutes:
    from smq.operations.session import all_words, remark_of

    on, hours, present, done, questions, remarks, training, next_ = said
    held = typed_date(on) if on else session.today
    if held > session.today:
        raise SmqError(_("«{date}» has not come yet (--on)."), None, date=on)
    following = typed_date(next_) if next_ else None
    if following is not None and following <= held:
        raise SmqError(_("The next session comes after this one (--next)."), None)
    return Minutes(
        held=held,
        hours=hours,
        people=all_words(present),
        done=all_words(done),
        questions=all_words(questions),
        training=training,
        next=following,
        remarks=tuple(remark_of(text, system) for text in remarks or ()),
        author=session.translate(_("coach")),
    )
