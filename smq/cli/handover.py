"""`smq handover`: what is attached to a person, and its handing over when they leave."""

from collections.abc import Sequence
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.life_cycle import Commit, said
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.departure import Fate, Held, attached
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.load.names import with_names
from smq.model import Person, QualitySystem
from smq.operations.handover import Handover, hand_over
from smq.operations.people import known_person
from smq.report.line import Line
from smq.vcs.recording import record, refuse_unsigned

_SHOWN = 8

Who = Annotated[str, typer.Argument(metavar=_("PERSON"), help=_("Who leaves: identifier or name."))]
To = Annotated[
    str | None,
    typer.Option("--to", metavar=_("PERSON"), help=_("Who takes over; without it, only a list.")),
]
Only = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar=_("WORD"),
        help=_("Hand over only what a line of the list holds: a code, a process, a role; repeat."),
    ),
]
All = Annotated[bool, typer.Option("--all", help=_("List every line of each heading."))]


def command(
    context: typer.Context,
    who: Who,
    to: To = None,
    only: Only = None,
    every: All = False,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """List all that is attached to a person, and hand it over to another with --to.

    What the person did keeps their name: visas given, rows of registers that are done.
    """
    session: Session = context.obj
    translate = session.translate
    if to is None:
        system = with_names(session.root, session.system(evidence=True))
        person = known_person(system.settings, "PERSON", who)
        held = _chosen(attached(system, person), only, translate)
        console.lines(_listed(held, person, translate, every=every))
        if any(one.spot for one in held):
            sentence = _("To hand over what can be: smq handover {person} --to PERSON")
            console.aside(translate(sentence, person=person.id))
        return
    if commit:
        refuse_unsigned(session.root)
    with files.locked(session.root):
        system = with_names(session.root, session.system(evidence=True))
        person = known_person(system.settings, "PERSON", who)
        successor = known_person(system.settings, "--to", to)
        done = _handed(session, system, person, successor, only)
        save(session, list(done.changes), dry_run=dry_run, held=True)
        sentence = _("{count} tasks of {person} go over to {successor}.")
        values = {
            "count": len(done.taken),
            "person": person.spoken_name,
            "successor": successor.spoken_name,
        }
        if commit and not dry_run and done.changes:
            paths = [change.path for change in done.changes]
            record(session.root, paths, translate(sentence, **values))
    if not dry_run:
        console.product(translate(sentence, **values))
    _say_left(done, translate)


def _handed(
    session: Session,
    system: QualitySystem,
    person: Person,
    successor: Person,
    only: list[str] | None,
) -> Handover:
    if successor.id == person.id:
        raise SmqError(_("A person does not hand over to themselves."), None)
    held = _chosen(attached(system, person), only, session.translate)
    return hand_over(
        system,
        held,
        person,
        successor,
        lambda path: files.read(session.root, path),
        table_edits(session, system),
    )


def _chosen(
    held: Sequence[Held], only: list[str] | None, translate: Translator
) -> tuple[Held, ...]:
    """Return what a person chose, by words of its line or heading.

    Raises:
        SmqError: a word is in no line.
    """
    if not only:
        return tuple(held)
    lines = [(one, _line(one, translate).casefold()) for one in held]
    for word in only:
        if not any(word.casefold() in line for _one, line in lines):
            raise SmqError(
                _("«{word}» is in no line of the list (--only)."),
                _("The list: leave --only and --to out."),
                word=word,
            )
    words = [word.casefold() for word in only]
    return tuple(one for one, line in lines if any(word in line for word in words))


def _line(held: Held, translate: Translator) -> str:
    return f"{translate(held.group)} {translate(held.title, **held.values)}"


def _listed(
    held: Sequence[Held], person: Person, translate: Translator, *, every: bool
) -> list[Line]:
    name = f"{person.spoken_name} ({person.id})"
    title = translate(_("What is attached to {person}"), person=name)
    lines = [Line.of(title, "title")]
    if not held:
        return [*lines, Line.of(translate(_("Nothing.")))]
    groups: dict[str, list[Held]] = {}
    for one in held:
        groups.setdefault(one.group, []).append(one)
    for group, found in groups.items():
        lines += [Line.of(), Line.of(f"{translate(group)} ({len(found)})", "title")]
        shown = found if every else found[:_SHOWN]
        lines += [Line.of(f"  {_mark(one)} {translate(one.title, **one.values)}") for one in shown]
        if len(found) > len(shown):
            sentence = _("  … and {count} more: --all")
            lines.append(Line.of(translate(sentence, count=len(found) - len(shown))))
    return [*lines, Line.of(), Line.of(translate(_("→ can be handed over, · stays, ✗ ends")))]


def _mark(held: Held) -> str:
    return {Fate.HANDED: "→", Fate.KEPT: "·", Fate.ENDS: "✗"}[held.fate]


def _say_left(done: Handover, translate: Translator) -> None:
    if done.left:
        console.aside(
            translate.plural(
                _("{count} task is left for a person to decide:"),
                _("{count} tasks are left for a person to decide:"),
                len(done.left),
            )
        )
        for _held, why in done.left:
            console.aside(f"  {said(why, translate)}")
    console.aside(translate(_("What is left to correct: smq check")))
