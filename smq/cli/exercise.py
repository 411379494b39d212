"""`smq exercise`: dossiers drawn as an evaluator would, their sheets, and the record kept of it."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.area_choice import Area, at_area
from smq.cli.delivering import deliver
from smq.cli.exercise_choice import Choice, chain_named, chosen_exercise
from smq.cli.exercise_live import walked_live
from smq.cli.exercise_verdict import Given, asked_verdict, verdict_rows
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import ever_given
from smq.cli.unread import say_unread
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.model import Change, QualitySystem
from smq.model.exercise import Exercise
from smq.operations.exercise import (
    WAYS,
    Outcome,
    Verdict,
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
    typer.Option("--ids", metavar="ID", help=_("A dossier that the evaluator names; repeat.")),
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
    bool | None,
    typer.Option("--independent/--involved", help=_("Whether they handled none of the dossiers.")),
]
Shown = Annotated[
    int | None,
    typer.Option("--found", metavar="N", min=0, help=_("Links shown, without --live.")),
]
Way = Annotated[
    str | None,
    typer.Option("--way", metavar="aller|retour|aller_retour", help=_("The way they were walked.")),
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
    independent: Independent = None,
    seconds: Seconds = None,
    shown: Shown = None,
    way: Way = None,
    area: Area = None,
    dry_run: DryRun = False,
) -> None:
    """Draw dossiers as an evaluator would; print the blank sheet, or the solved one.

    With --live each link is timed. With --record the result is kept: the verdict is a person's.
    """
    session: Session = context.obj
    translate = session.translate
    if out is not None:
        _refuse_other_than_word(out)
    system = at_area(session.system(evidence=True), area)
    choice = Choice(
        size=sample,
        seed=seed,
        named=tuple(ids or ()),
        since=typed_date(since) if since else None,
        until=typed_date(until) if until else None,
    )
    say_unread(system, translate)
    exercise = chosen_exercise(chain_named(name, system), system, choice, session)
    register = exercise_register(system) if record else None
    if live and not record and out is None:
        console.aside(translate(_("Nothing is kept of this walk: add --record to keep it.")))
    found = walked_live(exercise, system, session) if live else ()
    if not live and out is None and not record:
        console.lines(_text(exercise, system, translate, solved=solved))
    if register is not None:
        given = Given(verdict, by, led_by, independent, seconds, shown, _known_way(way))
        said = asked_verdict(register, given, None if found else exercise, translate)
        _refuse_involved(exercise, said, system)
        _keep(Outcome(exercise, found, said), session, dry_run=dry_run)
    if out is not None:
        content = exercise_docx(Sheet(exercise, solved, found), system, session.root, translate)
        deliver(session, content, out, binary=True)


def _text(
    exercise: Exercise, system: QualitySystem, translate: Translator, *, solved: bool
) -> Iterator[Line]:
    from smq.report.exercise import blank, solution

    return (solution if solved else blank)(exercise, system, translate)


def _keep(outcome: Outcome, session: Session, *, dry_run: bool) -> None:
    """Write the row and the sheet of an exercise, under one number."""
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
        console.product(f"{kept.key} {kept.sheet}")


def _refuse_other_than_word(out: Path) -> None:
    """Raise for a file that is not named as a Word file, before anybody walks for it.

    Raises:
        SmqError: it is not.
    """
    if out.suffix.lower() != ".docx":
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


def _refuse_involved(exercise: Exercise, said: Verdict, system: QualitySystem) -> None:
    """Raise when who led the exercise is said independent and stands in one of its dossiers.

    Raises:
        SmqError: the registers name them there.
    """
    dossier = handled_by(exercise, said.led_by, system) if said.independent else None
    if dossier is not None:
        raise SmqError(
            _("{person} is named in the dossier {dossier}: nobody independent led the exercise."),
            _("Write it as it was: --involved"),
            person=said.led_by,
            dossier=dossier,
        )
