"""`smq session`: the sessions on the road to the label – list, plan, brief, new, close, answer."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

import typer

from smq.cli import help as cli_help
from smq.cli.coaching_close import close
from smq.cli.coaching_new import answer_remark_of, new_session
from smq.cli.coaching_said import Said
from smq.cli.coaching_shown import BriefFormat, list_sessions, plan_sessions, show_brief
from smq.cli.options import DryRun, Out
from smq.cli.session import Session
from smq.coaching.calendar import EVERY
from smq.errors import SmqError
from smq.i18n import _
from smq.model import nearest

ACTIONS: Mapping[str, cli_help.Action] = {
    "list": cli_help.Action(
        _("List the sessions with their day and how much of what was expected is done."),
        (),
        ("smq session list",),
    ),
    "plan": cli_help.Action(
        _("Spread what is missing over the sessions that remain; nothing is written by itself."),
        ("every", "write", "dry_run"),
        ("smq session plan", "smq session plan --every 21 --write"),
    ),
    "brief": cli_help.Action(
        _("Show the page that a coach, or the team, reads before a session: by default the next."),
        ("number", "output", "out"),
        ("smq session brief", "smq session brief JAL-011 --out note.docx"),
    ),
    "new": cli_help.Action(
        _("Add a session on a day that people set; no plan moves it."),
        ("on", "kind", "dry_run"),
        ("smq session new --on 12/04/2027 --kind formation",),
        ("number",),
    ),
    "close": cli_help.Action(
        _(
            "Note a session that took place, file its minutes, carry over what is not done. Without"
            " an option, it is asked."
        ),
        (
            *("number", "on", "hours", "present", "done", "question", "answered", "remark"),
            *("training", "next_", "add", "dry_run"),
        ),
        (
            'smq session close JAL-011 --on 15/03/2027 --hours 2,5 --done "…" --next 12/04/2027',
            'smq session close JAL-011 --remark "MAD-PRO-001: …" --answered "…"',
        ),
    ),
    "answer": cli_help.Action(
        _("Write the answer to a remark; the brief shows it no more."),
        ("number", "text", "dry_run"),
        ('smq session answer REM-002 --text "…"',),
    ),
}


class SessionCommand(cli_help.ActionCommand):
    """The command, each action with its own help."""

    actions: ClassVar[Mapping[str, cli_help.Action]] = ACTIONS


CLASS = SessionCommand
"""What the program makes of this file (`smq.cli.build`)."""
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
    typer.Option(
        "--on", metavar=_("DATE"), help=_("The day: of a new session, or when it was held.")
    ),
]
Kind = Annotated[
    str,
    typer.Option(
        "--kind", metavar=_("KIND"), help=_("formation, travail, redaction, exercice_blanc.")
    ),
]
Every = Annotated[
    int,
    typer.Option("--every", metavar=_("DAYS"), min=7, max=90, help=_("Days between two.")),
]
Write = Annotated[
    bool,
    typer.Option("--write", help=_("Add the sessions and what is due to the registers.")),
]
Hours = Annotated[
    str, typer.Option("--hours", metavar="H", help=_("How long it was, for example 2,5 or 2h30."))
]
People = Annotated[
    list[str] | None,
    typer.Option("--present", metavar=_("PERSON"), help=_("Who was there; repeat.")),
]
Done = Annotated[
    list[str] | None,
    typer.Option("--done", metavar=_("TEXT"), help=_("Something done; repeat.")),
]
Question = Annotated[
    list[str] | None,
    typer.Option("--question", metavar=_("TEXT"), help=_("A question left open; repeat.")),
]
Answered = Annotated[
    list[str] | None,
    typer.Option("--answered", metavar=_("TEXT"), help=_("A question open no more; repeat.")),
]
Remark = Annotated[
    list[str] | None,
    typer.Option("--remark", metavar=_("CODE: TEXT"), help=_("What the coach said; repeat.")),
]
Text = Annotated[str | None, typer.Option("--text", metavar=_("TEXT"), help=_("What is answered."))]
Training = Annotated[
    str, typer.Option("--training", metavar=_("TEXT"), help=_("Training received."))
]
Next = Annotated[
    str | None, typer.Option("--next", metavar=_("DATE"), help=_("Date of the next one."))
]
Add = Annotated[
    bool, typer.Option("--add", help=_("Add to the minutes of a session that is closed."))
]
Format = Annotated[
    BriefFormat | None,
    typer.Option("--format", help=_("text, docx or html; else the file's ending.")),
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
    add: Add = False,
    output: Format = None,
    out: Out = None,
    dry_run: DryRun = False,
) -> None:
    """Plan the sessions on the road to the label, prepare the next one, keep its minutes."""
    session: Session = context.obj
    _refuse_unknown(action)
    if action == "list":
        list_sessions(session)
    elif action == "plan":
        plan_sessions(session, every, write=write, dry_run=dry_run)
    elif action == "brief":
        show_brief(session, number, output, out)
    elif action == "new":
        # A day typed without --on stands where other actions have a number.
        new_session(session, on or number, kind, dry_run=dry_run)
    elif action == "answer":
        answer_remark_of(session, number, text, dry_run=dry_run)
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
            add=add,
        )
        close(session, number, said, dry_run=dry_run)


def _refuse_unknown(action: str) -> None:
    """Raise for a word that says nothing to do.

    Raises:
        SmqError: it is none of the actions.
    """
    if action not in ACTIONS:
        near = nearest(action, tuple(ACTIONS))
        raise SmqError(
            _("«{action}» cannot be done with a session."),
            _("Nearest: smq session {near}") if near else _("Write: smq session {all}"),
            action=action,
            near=near or "",
            all="|".join(ACTIONS),
        )
