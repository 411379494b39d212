"""`smq trace`: the dossier of anything – a number, a label, a file, a person, `EQUIPMENT@DATE`."""

import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated

import typer

from smq import tracing
from smq.cli import asking, console
from smq.cli.session import Session
from smq.cli.show import ShowFormat
from smq.cli.trail_faults import checked
from smq.cli.unread import say_incomplete, say_unread
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.model import QualitySystem
from smq.model.trail import Trail
from smq.report import tracing as report
from smq.tracing import Hit
from smq.tracing.finding import near, used_on
from smq.tracing.wording import Tables

_IN_FULL = 3
"""Dossiers shown one after the other, each with its number; beyond, one is chosen."""

Word = Annotated[
    str,
    typer.Argument(
        metavar=_("WORD"),
        help=_(
            "Any identifier, a finance number, a sample label, the name of a report's file, a"
            " person, or EQUIPMENT@DATE."
        ),
    ),
]
Pick = Annotated[
    int | None, typer.Option("--pick", metavar="N", help=_("The dossier of that number only."))
]
Open = Annotated[
    int | None, typer.Option("--open", metavar="N", help=_("Open the file of step N."))
]


def command(
    context: typer.Context,
    word: Word,
    pick: Pick = None,
    opened: Open = None,
    output: Annotated[ShowFormat, typer.Option("--format", help=_("text or json."))] = (
        ShowFormat.TEXT
    ),
) -> None:
    """Show the dossier that holds a number, a sample, a file, a person; what it lacks too."""
    session: Session = context.obj
    translate = session.translate
    system = session.system(evidence=True)
    say_unread(system, translate)
    chained = [table for chain in system.chains.values() for table in chain.tables]
    say_incomplete(system, chained, translate)
    found = checked(_picked(_dossiers(word, system, session), pick), system)
    if output is ShowFormat.JSON:
        dossiers = [report.as_plain(trail, translate) for trail in found]
        content = {"word": word, "dossiers": dossiers}
        console.product(json.dumps(content, ensure_ascii=False, indent=2))
        return
    tables = Tables(system.registers, translate)
    if len(found) > 1 and (len(found) > _IN_FULL or opened is not None):
        found = _chosen(word, found, tables, translate)
    for position, trail in enumerate(found):
        if position:
            console.product("\n")
        rank = (position + 1, len(found)) if len(found) > 1 else None
        console.lines(report.tree(trail, tables, translate, rank))
    if len(found) > 1:
        _say_pick(_("To see one alone: smq trace {word} --pick NUMBER"), word, translate)
    if opened is not None and found:
        _open(found[0], opened, session)


def _dossiers(word: str, system: QualitySystem, session: Session) -> tuple[Trail, ...]:
    """Return the dossiers that a word leads to, each once.

    Raises:
        SmqError: it leads to none.
    """
    if not system.chains:
        raise SmqError(
            _("This platform has no chain to walk."),
            _("The kit brings them to referentiel/chaines: smq init"),
        )
    index = tracing.index(system)
    equipment, at, day = word.rpartition("@")
    if at and not (equipment.strip() and day.strip()):
        raise SmqError(
            _("«{word}» names an instrument or a day, and not both."),
            _("Write both, for example RAM-001@12/03/2027."),
            word=word,
        )
    if at:
        return _used(equipment.strip(), day, system)
    hits = tracing.find(word, system, index)
    found: dict[tuple[str, str, int], Trail] = {}
    for hit in hits:
        for chain in system.chains.values():
            if hit.register.name in chain.tables:
                for trail in tracing.trails(chain, hit.register.name, hit.row, system, index):
                    found.setdefault((chain.name, *_first_place(trail)), trail)
    if not found:
        raise _nowhere(word, hits, () if hits else near(word, system, index))
    # The newest last, as they happened; a dossier without a day comes first.
    return tuple(sorted(found.values(), key=_begun))


def _begun(trail: Trail) -> date:
    """Return the first day that the starting row of a dossier names, the earliest when none."""
    row = trail.start
    columns = next((step.register.schema.columns for step in trail.steps if step.row is row), ())
    days = (row.day(column.name) for column in columns if row and column.kind == "date")
    return next((day for day in days if day), date.min)


def _first_place(trail: Trail) -> tuple[str, int]:
    """Return where the row that a dossier is called after lies: two may bear one identifier."""
    rows = (trail.start, *(step.row for step in trail.steps))
    return next(((row.path, row.line) for row in rows if row), ("", 0))


def _nowhere(word: str, hits: Sequence[Hit], close: Sequence[str]) -> SmqError:
    """Return why a word leads to no dossier: nothing is called so, or no dossier holds it."""
    if hits:
        row = hits[0].row
        return SmqError(
            _("«{word}» is in {path}, line {line}, and no dossier holds it yet."),
            None,
            word=word,
            path=row.path,
            line=row.line,
        )
    return SmqError(
        _("Nothing is called «{word}» in the registers of the chains."),
        _("Nearest: {near}.") if close else _("The registers: smq register list"),
        word=word,
        near=", ".join(close),
    )


def _used(equipment: str, day: str, system: QualitySystem) -> tuple[Trail, ...]:
    """Return the dossiers that used an instrument on a day.

    Raises:
        SmqError: the instrument does not exist, the day is none, or nobody used it then.
    """
    index = tracing.index(system)
    when = typed_date(day)
    hits = [hit for hit in tracing.find(equipment, system, index) if hit.column is None]
    names = {hit.row.key for hit in hits} or {equipment}
    if not hits and not _cited(equipment, system):
        raise _nowhere(equipment, (), near(equipment, system, index))
    found = tuple(
        tracing.trail_from(chain, row, system, index)
        for chain in system.chains.values()
        for name in sorted(names)
        for row in used_on(name, when, chain, index)
    )
    if not found:
        raise SmqError(
            _("No register says that {equipment} was used on {date}."),
            _("All that was done with it: smq trace {equipment}"),
            equipment=equipment,
            date=when,
        )
    return found


def _cited(equipment: str, system: QualitySystem) -> bool:
    """Return whether a dossier of some day names an instrument."""
    index = tracing.index(system)
    return any(
        index.naming(chain.start, chain.period.equipment, equipment)
        for chain in system.chains.values()
        if chain.period is not None
    )


def _picked(found: tuple[Trail, ...], number: int | None) -> tuple[Trail, ...]:
    if number is None:
        return found
    if not 1 <= number <= len(found):
        raise SmqError(
            _("There is no dossier number {number}: there are {count}."),
            None,
            number=number,
            count=len(found),
        )
    return (found[number - 1],)


def _chosen(
    word: str, found: tuple[Trail, ...], tables: Tables, translate: Translator
) -> tuple[Trail, ...]:
    """Show the dossiers and return the one that the person chooses; none without a person."""
    console.lines(report.choice(found, tables, translate))
    if not sys.stdin.isatty():
        _say_pick(_("To see one: smq trace {word} --pick NUMBER"), word, translate)
        return ()
    while True:
        typed = asking.read(translate(_("Number of the dossier: ")))
        if not typed:
            return ()
        if typed.isdecimal() and 1 <= int(typed) <= len(found):
            return (found[int(typed) - 1],)
        asking.write(translate(_("Type a number from 1 to {count}."), count=len(found)))


def _say_pick(sentence: str, word: str, translate: Translator) -> None:
    """Say how one dossier is taken, with the word as it is typed again."""
    console.aside(translate(sentence, word=f'"{word}"' if " " in word else word))


def _open(trail: Trail, number: int, session: Session) -> None:
    """Open the files of a step in the program that the machine has for them.

    Raises:
        SmqError: there is no such step, or it has no file that is there.
    """
    if not 1 <= number <= len(trail.steps):
        raise SmqError(
            _("There is no step {number}: the steps are numbered from 1 to {count}."),
            None,
            number=number,
            count=len(trail.steps),
        )
    root = session.root.resolve()
    files = [(root / path).resolve() for path in trail.steps[number - 1].files]
    there = [file for file in files if file.is_relative_to(root) and file.is_file()]
    if not there:
        raise SmqError(_("Step {number} has no file in the folder."), None, number=number)
    # Elsewhere than on Linux the opener returns at once only when nobody waits for it.
    wait = sys.platform.startswith("linux")
    for file in there:
        if typer.launch(str(file), wait=wait) != 0:
            raise SmqError(_("No program of this machine opens {path}."), None, path=str(file))
