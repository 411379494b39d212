"""`smq exercise`: dossiers drawn as an evaluator would, their sheets, and the record kept of it."""

from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.delivering import deliver
from smq.cli.exercise_live import walked_live
from smq.cli.exercise_verdict import asked_verdict, verdict_rows
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.model import Change, QualitySystem, nearest
from smq.model.chain import Chain
from smq.model.exercise import Exercise, Found
from smq.model.trail import Trail
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
    dry_run: DryRun = False,
) -> None:
    """Draw dossiers as an evaluator would; print the blank sheet, or the solved one.

    With --live each link is timed. With --record the result is kept: the verdict is a person's.
    """
    session: Session = context.obj
    translate = session.translate
    system = session.system(evidence=True)
    days = (typed_date(since) if since else None, typed_date(until) if until else None)
    exercise = _exercise(_chain(name, system), system, (seed, sample, ids or []), days, session)
    if live and not record and out is None:
        console.aside(translate(_("Nothing is kept of this walk: add --record to keep it.")))
    found = walked_live(exercise, system, session) if live else ()
    if not live and out is None and not record:
        console.lines(_text(exercise, system, translate, solved=solved))
    if record:
        given = (verdict, by, led_by, independent, seconds)
        _keep(exercise, found, given, session, dry_run=dry_run)
    if out is not None:
        _write(exercise, found, system, session, out, solved=solved)


def _chain(name: str, system: QualitySystem) -> Chain:
    """Return the chain of that name.

    Raises:
        SmqError: there is none.
    """
    found = system.chains.get(name.strip().lower().replace("_", "-"))
    if found is None:
        near = nearest(name, tuple(system.chains))
        raise SmqError(
            _("«{name}» is no chain of this platform."),
            _("Nearest: {near}.") if near else _("Its chains are: {known}."),
            name=name,
            near=near or "",
            known=", ".join(system.chains) or "–",
        )
    return found


def _exercise(
    chain: Chain,
    system: QualitySystem,
    choice: tuple[str | None, int, list[str]],
    days: tuple[date | None, date | None],
    session: Session,
) -> Exercise:
    """Return the exercise: its dossiers drawn, or those named.

    Raises:
        SmqError: nothing can be drawn, or a name leads to no dossier of the chain.
    """
    from smq import tracing
    from smq.tracing.drawing import drawn, population

    seed, size, named = choice
    index = tracing.index(system)
    rows = population(chain, system, index, *days)
    if named:
        trails = tuple(_named(word, chain, system) for word in named)
        return Exercise(chain, trails, len(rows), None, *days)
    if not rows:
        raise SmqError(
            _("No dossier of «{chain}» can be drawn: none is finished in that period."),
            _("All dossiers: smq register list"),
            chain=chain.title,
        )
    if len(rows) < size:
        console.aside(
            session.translate.plural(
                _("Only {count} dossier can be drawn; {size} were asked for."),
                _("Only {count} dossiers can be drawn; {size} were asked for."),
                len(rows),
                size=size,
            )
        )
    seed = seed or session.today.isoformat()
    chosen = drawn(rows, seed, size)
    trails = tuple(tracing.trail_from(chain, row, system, index) for row in chosen)
    return Exercise(chain, trails, len(rows), seed, *days)


def _named(word: str, chain: Chain, system: QualitySystem) -> Trail:
    from smq import tracing

    index = tracing.index(system)
    found = {
        trail.label: trail
        for hit in tracing.find(word, system, index)
        if hit.register.name in chain.tables
        for trail in tracing.trails(chain, hit.register.name, hit.row, system, index)
    }
    if len(found) != 1:
        raise SmqError(
            _("«{word}» leads to no dossier of «{chain}».")
            if not found
            else _("«{word}» leads to {count} dossiers of «{chain}»: {known}."),
            _("To look for it: smq trace {word}") if not found else _("Name one of them."),
            word=word,
            chain=chain.title,
            count=len(found),
            known=", ".join(found),
        )
    return next(iter(found.values()))


def _text(
    exercise: Exercise, system: QualitySystem, translate: Translator, *, solved: bool
) -> Iterator[Line]:
    from smq.report.exercise import blank, solution

    return (solution if solved else blank)(exercise, system, translate)


def _keep(
    exercise: Exercise,
    found: tuple[Found, ...],
    given: tuple[str | None, str | None, str | None, bool | None, int | None],
    session: Session,
    *,
    dry_run: bool,
) -> None:
    """Write the row and the sheet of an exercise, under one number."""
    from smq.operations.exercise import exercise_register, keep_exercise
    from smq.operations.register_file import identifiers_in, written_here
    from smq.render.exercise import exercise_docx
    from smq.vcs import every_version

    translate = session.translate
    register = exercise_register(session.system(evidence=True))
    verdict = asked_verdict(register, given, bool(found), translate)
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(evidence=True)
        register = exercise_register(system)
        written_here(register, system)
        ever = identifiers_in(register, every_version(session.root, register.path))
        raw = files.read(session.root, register.path)
        key, path, change = keep_exercise(exercise, found, verdict, raw, system, ever)
        sheet = exercise_docx(
            exercise,
            system,
            session.root,
            translate,
            solved=True,
            found=found,
            verdict=verdict_rows(verdict, register, translate),
            number=key,
        )
        save(session, [change, Change(path, None, sheet)], dry_run=dry_run, held=True)
    if not dry_run:
        console.product(f"{key} {path}")


def _write(
    exercise: Exercise,
    found: tuple[Found, ...],
    system: QualitySystem,
    session: Session,
    out: Path,
    *,
    solved: bool,
) -> None:
    if out.suffix.lower() != ".docx":
        raise SmqError(
            _("«{path}»: files of that kind are not made here."),
            _("Name it with one of these endings: {known}."),
            path=str(out),
            known=".docx",
        )
    from smq.render.exercise import exercise_docx

    content = exercise_docx(
        exercise, system, session.root, session.translate, solved=solved, found=found
    )
    deliver(session, content, out, binary=True)
