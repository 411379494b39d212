"""`smq session`: the sessions on the road to the label – list, plan, brief, new, close."""

from contextlib import nullcontext
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.coaching_close import Said, close
from smq.cli.delivering import deliver
from smq.cli.options import DryRun, Out
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.cli.unread import say_unread
from smq.coaching.calendar import EVERY
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.model import QualitySystem, nearest
from smq.model.coverage import Coverage

ACTIONS = ("list", "plan", "brief", "new", "close", "answer")


class BriefFormat(StrEnum):
    """Formats of the brief."""

    TEXT = "text"
    DOCX = "docx"
    HTML = "html"


Action = Annotated[
    str,
    typer.Argument(
        metavar="list|plan|brief|new|close|answer", help=_("What to do; the list when left out.")
    ),
]
Number = Annotated[
    str | None,
    typer.Argument(
        metavar=_("[NUMBER]"), help=_("Of a session, for example JAL-011; of a remark to answer.")
    ),
]
Day = Annotated[
    str | None,
    typer.Option("--on", metavar=_("DATE"), help=_("new: its date; close: when it was held.")),
]
Kind = Annotated[
    str,
    typer.Option(
        "--kind", metavar=_("KIND"), help=_("formation, travail, redaction, exercice_blanc.")
    ),
]
Every = Annotated[
    int,
    typer.Option("--every", metavar=_("DAYS"), min=7, max=90, help=_("plan: days between two.")),
]
Write = Annotated[
    bool,
    typer.Option("--write", help=_("plan: add the sessions and what is due to the registers.")),
]
Hours = Annotated[
    str, typer.Option("--hours", metavar="H", help=_("close: how long it was, for example 2,5."))
]
People = Annotated[
    list[str] | None,
    typer.Option("--present", metavar=_("PERSON"), help=_("close: who was there; repeat.")),
]
Done = Annotated[
    list[str] | None,
    typer.Option("--done", metavar=_("TEXT"), help=_("close: something done; repeat.")),
]
Question = Annotated[
    list[str] | None,
    typer.Option("--question", metavar=_("TEXT"), help=_("close: a question left open; repeat.")),
]
Answered = Annotated[
    list[str] | None,
    typer.Option(
        "--answered", metavar=_("TEXT"), help=_("close: a question open no more; repeat.")
    ),
]
Remark = Annotated[
    list[str] | None,
    typer.Option(
        "--remark", metavar=_("CODE: TEXT"), help=_("close: what the coach said; repeat.")
    ),
]
Text = Annotated[
    str | None, typer.Option("--text", metavar=_("TEXT"), help=_("answer: what is answered."))
]
Training = Annotated[
    str, typer.Option("--training", metavar=_("TEXT"), help=_("close: training received."))
]
Next = Annotated[
    str | None, typer.Option("--next", metavar=_("DATE"), help=_("close: date of the next one."))
]
Format = Annotated[
    BriefFormat | None,
    typer.Option("--format", help=_("brief: text, docx or html; else the file's ending.")),
]


def command(
    context: typer.Context,
    action: Action = "list",
    number: Number = None,
    on: Day = None,
    kind: Kind = "travail",
    every: Every = EVERY,
    write: Write = False,
    hours: Hours = "",
    present: People = None,
    done: Done = None,
    question: Question = None,
    answered: Answered = None,
    remark: Remark = None,
    training: Training = "",
    text: Text = None,
    next_: Next = None,
    output: Format = None,
    out: Out = None,
    dry_run: DryRun = False,
) -> None:
    """Plan the sessions on the road to the label, prepare the next one, keep its minutes."""
    session: Session = context.obj
    _refuse_unknown(action)
    if action == "list":
        _list(session)
    elif action == "plan":
        _plan(session, every, write=write, dry_run=dry_run)
    elif action == "brief":
        _brief(session, number, output, out)
    elif action == "new":
        _new(session, on, kind, dry_run=dry_run)
    elif action == "answer":
        _answer(session, number, text, dry_run=dry_run)
    else:
        said = Said(
            on=on,
            hours=hours,
            present=tuple(present or ()),
            done=tuple(done or ()),
            questions=tuple(question or ()),
            answered=tuple(answered or ()),
            remarks=tuple(remark or ()),
            training=training,
            following=next_,
        )
        close(session, number, said, dry_run=dry_run)


def _refuse_unknown(action: str) -> None:
    """Raise for a word that says nothing to do.

    Raises:
        SmqError: it is none of the actions.
    """
    if action not in ACTIONS:
        near = nearest(action, ACTIONS)
        raise SmqError(
            _("«{action}» cannot be done with a session."),
            _("Nearest: smq session {near}") if near else _("Write: smq session {all}"),
            action=action,
            near=near or "",
            all="|".join(ACTIONS),
        )


def coverage_now(system: QualitySystem) -> Coverage | None:
    """Return the coverage at the end of the road, None without referential.

    The road leads to the label, or to the follow-up of a platform that has it.
    """
    from smq.coverage import coverage_of

    stage = system.settings.label.stage
    return coverage_of(system, stage if stage == "suivi" else "label")


def _list(session: Session) -> None:
    from smq.coaching import sessions
    from smq.report.coaching import listing

    translate = session.translate
    system = session.system(evidence=True)
    say_unread(system, translate)
    found = sessions(system)
    console.lines(listing(found, system, translate))
    console.aside(translate.plural(_("{count} session"), _("{count} sessions"), len(found)))


def _plan(session: Session, every: int, *, write: bool, dry_run: bool) -> None:
    from smq.coaching.missing import deliverables
    from smq.coaching.planning import plan
    from smq.operations.session import write_plan
    from smq.report.coaching import plan_lines

    translate = session.translate
    with files.locked(session.root) if write and not dry_run else nullcontext():
        system = session.system(evidence=True)
        say_unread(system, translate)
        judged = coverage_now(system)
        if judged is None:
            raise SmqError(
                _("This platform has no referential: nothing says what is missing."),
                _("Name one under «referentiels» in smq.yaml."),
            )
        if not system.settings.label.coaching:
            console.aside(
                translate(_("Without support, the road starts at the self-assessment of the team."))
            )
        own = Translator(system.settings.language or "fr")
        found = plan(system, deliverables(system, judged, own), every)
        console.lines(plan_lines(found, translate))
        if write:
            edits = table_edits(session, system)
            write_plan(found, edits)
            save(session, edits.changes(), dry_run=dry_run, held=True)
            return
    console.aside(translate(_("To write it into the registers: smq session plan --write")))


def _brief(
    session: Session, number: str | None, output: BriefFormat | None, out: Path | None
) -> None:
    from smq.cli.delivering import chosen
    from smq.coaching.brief import brief
    from smq.operations.session import session_named
    from smq.report.coaching import brief_lines

    translate = session.translate
    system = session.system(evidence=True)
    say_unread(system, translate)
    named = session_named(system, number) if number else None
    found = brief(system, coverage_now(system), named)
    format_ = chosen(BriefFormat, output, out, BriefFormat.TEXT)
    if format_ is BriefFormat.TEXT:
        if out is None:
            console.lines(brief_lines(found, translate))
        else:
            text = "".join(f"{line.text}\n" for line in brief_lines(found, translate))
            deliver(session, text.encode(), out)
        return
    from smq.render.coaching import brief_page

    page = brief_page(found, system, translate)
    if format_ is BriefFormat.HTML:
        from smq.render.html import render as html

        deliver(session, html(page, translate).encode(), out)
    else:
        from smq.render.report_page import word_file

        deliver(session, word_file(page, session.root, translate), out, binary=True)


def _new(session: Session, on: str | None, kind: str, *, dry_run: bool) -> None:
    from smq.coaching.wording import KINDS
    from smq.operations.session import add_session

    if on is None:
        raise SmqError(
            _("Say on which day the session is."), _("Example: smq session new --on 12/04/2027")
        )
    if kind not in KINDS:
        near = nearest(kind, tuple(KINDS))
        raise SmqError(
            _("«{word}» is no kind of session."),
            _("Nearest: {near}.") if near else _("The kinds are {known}."),
            word=kind,
            near=near or "",
            known=", ".join(KINDS),
        )
    day = typed_date(on)
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(registers=True)
        _refuse_same_day(day, system)
        edits = table_edits(session, system)
        number = add_session(edits, day, kind, fixed=True)
        save(session, edits.changes(), dry_run=dry_run, held=True)
    if not dry_run:
        console.product(number)


def _refuse_same_day(day: date, system: QualitySystem) -> None:
    """Raise for a day on which a session is set already.

    Raises:
        SmqError: there is one.
    """
    from smq.coaching import open_sessions

    same = next((found for found in open_sessions(system) if found.planned == day), None)
    if same is not None:
        raise SmqError(
            _("{session} is planned on {date} already."),
            _("Nothing to add; to see what is due for it: smq session brief {session}"),
            session=same.id,
            date=day,
        )


def _answer(session: Session, number: str | None, text: str | None, *, dry_run: bool) -> None:
    """Write the answer to a remark: the brief shows it no more."""
    from smq.operations.session import answer_remark

    if not number or not (text or "").strip():
        raise SmqError(
            _("Say which remark is answered, and what."),
            _("Example: {command}"),
            command='smq session answer REM-002 --text "…"',
        )
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(registers=True)
        edits = table_edits(session, system)
        answer_remark(number, text or "", system, edits)
        save(session, edits.changes(), dry_run=dry_run, held=True)
