"""`smq exercise`: dossiers drawn as an evaluator would, their sheets, and the record kept of it."""

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.area_choice import Area, at_area
from smq.cli.delivering import deliver
from smq.cli.exercise_choice import Choice, chain_named, chosen_exercise, named_ids
from smq.cli.exercise_kept import KeptWalk, refuse_resumed
from smq.cli.exercise_live import walked_live
from smq.cli.exercise_people import tell_named
from smq.cli.exercise_verdict import (
    Given,
    asked_verdict,
    chosen_side,
    mind_given,
    refuse_unrecorded,
    verdict_rows,
)
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import ever_given
from smq.cli.trail_faults import checked
from smq.cli.unread import say_incomplete, say_unread
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.model import Change, QualitySystem
from smq.model.chain import Chain
from smq.model.exercise import Exercise, Found
from smq.model.table import Register
from smq.operations.exercise import (
    WAYS,
    Outcome,
    exercise_register,
    handled_by,
    keep_exercise,
)
from smq.render.exercise import Sheet, exercise_docx
from smq.report.line import Line

Name = Annotated[
    str,
    typer.Argument(metavar=_("CHAIN"), help=_("For example prestation or mise-a-disposition.")),
]
Sample = Annotated[
    int, typer.Option("--sample", metavar="N", min=1, help=_("How many dossiers are drawn."))
]
Seed = Annotated[
    str | None,
    typer.Option(
        "--seed",
        metavar=_("SEED"),
        help=_("Any word: the same one draws the same dossiers; else the date."),
    ),
]
Ids = Annotated[
    list[str] | None,
    typer.Option(
        "--ids",
        metavar="ID",
        help=_("A dossier that the evaluator names; repeat, or part by commas."),
    ),
]
Since = Annotated[
    str | None, typer.Option("--since", metavar=_("DATE"), help=_("Begun on that day or after."))
]
Until = Annotated[
    str | None, typer.Option("--until", metavar=_("DATE"), help=_("Begun on that day or before."))
]
Solved = Annotated[
    bool, typer.Option("--solved", help=_("What the registers say, not the blank sheet."))
]
Live = Annotated[
    bool, typer.Option("--live", help=_("Walk the links one by one, each timed, both ways."))
]
Record = Annotated[
    bool, typer.Option("--record", help=_("Keep it: a row of the register and its sheet."))
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar=_("FILE"), help=_("A Word file (.docx)."))
]
VerdictOption = Annotated[
    str | None,
    typer.Option("--verdict", metavar=_("VERDICT"), help=_("reussi, reussi_avec_ecarts, echoue.")),
]
By = Annotated[
    str | None, typer.Option("--by", metavar=_("PERSON"), help=_("Who gives the verdict."))
]
LedBy = Annotated[
    str | None, typer.Option("--led-by", metavar=_("PERSON"), help=_("Who led the exercise."))
]
Independent = Annotated[
    bool, typer.Option("--independent", help=_("They handled none of the dossiers."))
]
Involved = Annotated[bool, typer.Option("--involved", help=_("They handled one of the dossiers."))]
Shown = Annotated[
    int | None,
    typer.Option("--found", metavar="N", min=0, help=_("Links shown, without --live.")),
]
Way = Annotated[
    str | None,
    typer.Option("--way", metavar="aller|retour|aller_retour", help=_("The way they were walked.")),
]
Resume = Annotated[
    bool, typer.Option("--resume", help=_("Give the verdict of a walk that was kept."))
]
Seconds = Annotated[
    int | None, typer.Option("--seconds", metavar="N", min=0, help=_("What the whole took."))
]


def command(
    context: typer.Context,
    name: Name,
    sample: Sample = 3,
    seed: Seed = None,
    ids: Ids = None,
    since: Since = None,
    until: Until = None,
    solved: Solved = False,
    live: Live = False,
    record: Record = False,
    out: Out = None,
    verdict: VerdictOption = None,
    by: By = None,
    led_by: LedBy = None,
    independent: Independent = False,
    involved: Involved = False,
    seconds: Seconds = None,
    shown: Shown = None,
    way: Way = None,
    area: Area = None,
    resume: Resume = False,
    dry_run: DryRun = False,
) -> None:
    """Draw dossiers as an evaluator would; print the blank sheet, or the solved one.

    With --live each link is timed. With --record the result is kept: the verdict is a person's. A
    walk whose verdict was not given is kept until --resume.
    """
    session: Session = context.obj
    translate = session.translate
    _refuse_other_than_word(out)
    given = Given(
        verdict, by, led_by, chosen_side(independent, involved), seconds, shown, _known_way(way)
    )
    refuse_unrecorded(given, record=record)
    system, chain = _read(session, name, area)
    first, last = (typed_date(day) if day else None for day in (since, until))
    choice = Choice(sample, seed, named_ids(ids or ()), first, last)
    register = exercise_register(system) if record else None
    walk = KeptWalk(chain, session, given)
    if resume:
        refuse_resumed(record=record, live=live, choice=choice, given=given)
    kept = walk.read(system) if resume else None
    exercise, found = kept or (chosen_exercise(chain, system, choice, session), ())
    exercise = replace(exercise, trails=checked(exercise.trails, system))
    if register is not None:
        _begin(register, exercise, given, system, translate)
        found = walk.walked(exercise) if live else found
    elif live:
        if out is None:
            console.aside(translate(_("Nothing is kept of this walk: add --record to keep it.")))
        found = walked_live(exercise, session)
    if not found and out is None and not record:
        console.lines(_text(exercise, system, translate, solved=solved))
    if register is not None:
        _judge(register, exercise, found, walk, system, session, dry_run=dry_run)
    if out is not None:
        content = exercise_docx(Sheet(exercise, solved, found), system, session.root, translate)
        deliver(session, content, out, binary=True)


def _read(session: Session, name: str, area: str | None) -> tuple[QualitySystem, Chain]:
    """Return the platform, of one technical unit where one is named, and the chain of that name."""
    system = at_area(session.system(evidence=True), area)
    say_unread(system, session.translate)
    chain = chain_named(name, system)
    say_incomplete(system, chain.tables, session.translate)
    return system, chain


def _judge(
    register: Register,
    exercise: Exercise,
    found: tuple[Found, ...],
    walk: KeptWalk,
    system: QualitySystem,
    session: Session,
    *,
    dry_run: bool,
) -> None:
    """Ask for the verdict and keep the exercise; a walk is never lost on the way."""
    with walk.told() if found else nullcontext():
        said = asked_verdict(
            register,
            walk.given,
            None if found else exercise,
            system,
            session.translate,
            handled=lambda word: handled_by(exercise, word, system),
            note=walk.note,
        )
        _keep(Outcome(exercise, found, said), session, walk, dry_run=dry_run)


def _text(
    exercise: Exercise, system: QualitySystem, translate: Translator, *, solved: bool
) -> Iterator[Line]:
    from smq.report.exercise import blank, solution

    return (solution if solved else blank)(exercise, system, translate)


def _begin(
    register: Register,
    exercise: Exercise,
    given: Given,
    system: QualitySystem,
    translate: Translator,
) -> None:
    """Say, before anybody walks, what the registers and the options tell of who leads.

    Raises:
        SmqError: an option is no choice, or what the registers say is otherwise.
    """
    mind_given(register, given)
    _refuse_involved(exercise, given, system)
    tell_named(exercise, system, translate)


def _keep(outcome: Outcome, session: Session, walk: KeptWalk, *, dry_run: bool) -> None:
    """Write the row and the sheet of an exercise, under one number; its walk waits no more."""
    from smq.operations.register_file import written_here

    translate = session.translate
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(evidence=True)
        register = exercise_register(system)
        written_here(register, system)
        ever = ever_given(session, register)
        raw = files.read(session.root, register.path)
        kept = keep_exercise(outcome, raw, system, ever)
        said = verdict_rows(outcome.verdict, register, translate)
        sheet = Sheet(outcome.exercise, True, outcome.found, said, kept.key)
        content = exercise_docx(sheet, system, session.root, translate)
        changes = [kept.change, Change(kept.sheet, None, content)]
        save(session, changes, dry_run=dry_run, held=True)
    if not dry_run:
        if outcome.found:
            walk.forget()
        console.product(f"{kept.key} {kept.sheet}")


def _refuse_other_than_word(out: Path | None) -> None:
    """Raise for a file that is not named as a Word file, before anybody walks for it.

    Raises:
        SmqError: it is not.
    """
    if out is not None and out.suffix.lower() != ".docx":
        raise SmqError(
            _("«{path}»: files of that kind are not made here."),
            _("Name it with one of these endings: {known}."),
            path=str(out),
            known=".docx",
        )


def _known_way(way: str | None) -> str | None:
    """Return the word of a way.

    Raises:
        SmqError: it is none.
    """
    if way is not None and way not in WAYS:
        raise SmqError(
            _("«{word}» is no way to walk (--way)."),
            _("The ways are {known}."),
            word=way,
            known=", ".join(WAYS),
        )
    return way


def _refuse_involved(exercise: Exercise, given: Given, system: QualitySystem) -> None:
    """Raise when who led the exercise is said independent and stands in one of its dossiers.

    Raises:
        SmqError: the registers name them there.
    """
    if not given.independent or given.led_by is None:
        return
    dossier = handled_by(exercise, given.led_by, system)
    if dossier is not None:
        raise SmqError(
            _("{person} is named in the dossier {dossier}: nobody independent led the exercise."),
            _("Write it as it was: --involved"),
            person=given.led_by,
            dossier=dossier,
        )
