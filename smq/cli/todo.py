"""`smq todo`: what waits for whom, on one screen, each with the command to type."""

import shutil
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Annotated

import typer

from smq import files
from smq.approvals import coming_fingerprints
from smq.cli import console
from smq.cli.delivering import check_place, chosen, deliver
from smq.cli.options import Out
from smq.cli.person_named import at_keyboard
from smq.cli.session import Session
from smq.cli.unread import say_unread
from smq.errors import SmqError
from smq.i18n import _
from smq.load.names import with_names
from smq.model import Person, QualitySystem
from smq.model.task import Task
from smq.operations.people import known_person
from smq.report import todo as report
from smq.todo import todo
from smq.todo.choosing import by_name, of_name, of_person

LINES = 28
"""Of one screen; a terminal shows the prompt besides."""
_LEAST_WIDTH = 80


class TodoFormat(StrEnum):
    """Formats of `todo`."""

    TEXT = "text"
    JSON = "json"


def command(
    context: typer.Context,
    person: Annotated[
        str | None,
        typer.Option(
            "--for",
            metavar=_("PERSON"),
            help=_("Only what this person does: identifier, name or part of a name."),
        ),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=_("Everybody's, and nothing left out."))
    ] = False,
    output: Annotated[
        TodoFormat | None, typer.Option("--format", help=_("text or json; else the file's ending."))
    ] = None,
    out: Out = None,
) -> None:
    """Show what waits to be done, on one screen, each thing with the command to type.

    Where git knows who you are, your own things come first and those of the others are counted.
    `smq` alone shows the same.
    """
    session: Session = context.obj
    format_ = chosen(TodoFormat, output, out, TodoFormat.TEXT)
    check_place(session, out)
    system = with_names(session.root, session.system(evidence=True))
    say_unread(system, session.translate)
    tasks = todo(system, coming_fingerprints(system, partial(files.read, session.root)))
    if format_ is TodoFormat.JSON:
        found = _of(person, tasks, system) if person else tasks
        text = report.as_json(found, system.settings.name, session.today, session.translate)
        deliver(session, text.encode(), out)
        return
    shown = _shown(session, system, tasks, person, everything=everything)
    width = max(shutil.get_terminal_size((120, LINES)).columns, _LEAST_WIDTH)
    screen = report.Screen(width, None if everything or out else LINES)
    lines = tuple(report.lines(shown, screen, session.translate))
    if out is None:
        console.lines(lines)
    else:
        deliver(session, "".join(f"{line.text}\n" for line in lines).encode(), out)


def _shown(
    session: Session,
    system: QualitySystem,
    tasks: tuple[Task, ...],
    person: str | None,
    *,
    everything: bool,
) -> report.Shown:
    """Return what is shown: one person's, the own things with the others counted, or all."""
    translate, day = session.translate, session.today
    if person:
        own = _of(person, tasks, system)
        name = own[0].name if own else person
        title = translate(_("{person}: to do on {day}"), person=name, day=day)
        return report.Shown(title, own, (), f'smq todo --for "{person}" --all', one=True)
    here = None if everything else at_keyboard(session, system)
    if here is None:
        title = translate(_("{platform}: to do on {day}"), platform=system.settings.name, day=day)
        return report.Shown(title, tasks, (), "smq todo --all, smq todo --for …")
    return _own(session, system, tasks, here)


def _own(
    session: Session, system: QualitySystem, tasks: tuple[Task, ...], here: Person
) -> report.Shown:
    own = of_person(tasks, here, system.settings)
    mine = set(map(id, own))
    others = by_name([task for task in tasks if id(task) not in mine])
    title = session.translate(
        _("{person}: to do on {day}"), person=here.spoken_name, day=session.today
    )
    return report.Shown(title, own, others, f"smq todo --for {here.id} --all", one=True)


def _of(typed: str, tasks: tuple[Task, ...], system: QualitySystem) -> tuple[Task, ...]:
    """Return what somebody does, by identifier, name or part of it.

    Raises:
        SmqError: several people of smq.yaml match, or nobody does.
    """
    try:
        known = known_person(system.settings, "--for", typed)
    except SmqError:
        found = of_name(tasks, typed)
        if found and len({task.name for task in found}) == 1:
            return found
        raise
    found = of_person(tasks, known, system.settings)
    return tuple(replace(task, name=known.spoken_name) for task in found)
