"""`smq check`: list what must be corrected."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smq import check as engine
from smq.check import Choice
from smq.cli import console
from smq.cli.coverage_choice import at_stage, chosen_stage
from smq.cli.options import CheckFormat
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import Finding, QualitySystem
from smq.report import json as json_report
from smq.report import text as text_report

if TYPE_CHECKING:
    from smq.model.coverage import Coverage

Words = list[str] | None

Paths = Annotated[
    list[Path] | None,
    typer.Argument(metavar=_("[PATHS]"), help=_("Show only findings in these files or folders.")),
]
Select = Annotated[
    Words,
    typer.Option("--select", metavar=_("RULE"), help=_("Only these rules, families or names.")),
]
Ignore = Annotated[
    Words, typer.Option("--ignore", metavar=_("RULE"), help=_("Without these rules."))
]
Base = Annotated[
    str | None,
    typer.Option("--base", metavar=_("REVISION"), help=_("Compare numbers with this revision.")),
]
Stage = Annotated[
    str | None,
    typer.Option(
        "--stage",
        metavar="eligibilite|engagement|label|suivi",
        help=_("Judge what is asked at this stage."),
    ),
]
Complete = Annotated[
    bool,
    typer.Option(
        "--complete", help=_("Each priority criterion of the stage not satisfied is an error.")
    ),
]
Notes = Annotated[bool, typer.Option("--notes", help=_("Show every note on a line of its own."))]
FailOn = Annotated[
    str | None,
    typer.Option("--fail-on", metavar="error|warning|note", help=_("Least severity that fails.")),
]
Baseline = Annotated[
    Path | None,
    typer.Option(
        "--baseline", metavar=_("FILE"), help=_("Accept the findings of this file, refuse others.")
    ),
]
WriteBaseline = Annotated[
    Path | None,
    typer.Option(
        "--write-baseline",
        metavar=_("FILE"),
        help=_("Write what is found now as accepted; a file that is there only shrinks."),
    ),
]
AllowGrowth = Annotated[
    bool, typer.Option("--allow-growth", help=_("Let new findings enter the baseline."))
]

_MILESTONES = "jalons"
"""Table of the sessions (`smq/coaching/reading.py`)."""
_SOON = 31
"""Days before a session from which `check` says what is due for it."""


def command(
    context: typer.Context,
    paths: Paths = None,
    output: Annotated[
        CheckFormat,
        typer.Option("--format", help=_("text, json, sarif, junit, github or gitlab.")),
    ] = CheckFormat.TEXT,
    select: Select = None,
    ignore: Ignore = None,
    base: Base = None,
    stage: Stage = None,
    complete: Complete = False,
    notes: Notes = False,
    fail_on: FailOn = None,
    baseline: Baseline = None,
    written: WriteBaseline = None,
    allow_growth: AllowGrowth = False,
) -> None:
    """List what must be corrected; nothing is written in the documents.

    Exit code: 0 nothing to correct, 1 something to correct, 2 the command cannot run.
    """
    session: Session = context.obj
    limit = _severity(fail_on) if fail_on else None
    system = at_stage(session.system(base, evidence=True, recordings=True), chosen_stage(stage))
    choice = Choice(_words(select), _words(ignore), _relative(session, paths or []), complete)
    findings = engine.run(system, choice)
    if written is not None:
        from smq.cli.baseline import write_baseline

        write_baseline(session, system, findings, written, allow_growth=allow_growth)
        return
    if baseline is not None:
        from smq.cli.baseline import beyond_baseline

        findings = beyond_baseline(session, system, findings, baseline, base)
    coverage = _coverage(system, chosen_stage(stage))
    weight = limit or system.settings.fail_on
    if output is CheckFormat.JSON:
        console.product(_json(system, findings, coverage, session.translate))
    elif output is not CheckFormat.TEXT:
        from smq.cli.check_formats import write_findings

        write_findings(output, session.root, system, findings, weight, session.translate)
        console.aside(text_report.closing(system, findings, session.translate))
    else:
        chosen = bool(paths or select)
        _show_findings(
            system, findings, coverage, session.translate, chosen=chosen, notes=notes or chosen
        )
    if engine.fails(findings, weight):
        raise typer.Exit(1)


def _show_findings(
    system: QualitySystem,
    findings: Sequence[Finding],
    coverage: "Coverage | None",
    translate: Translator,
    *,
    chosen: bool,
    notes: bool,
) -> None:
    """Show the findings to a person, after what is due and the coverage of the whole platform."""
    if not chosen:
        _show_due(system, translate)
    if coverage and not chosen:
        _show(coverage, translate)
    console.lines(text_report.check(system, findings, translate, notes=notes))
    if chosen:
        # What the choice leaves out may be why there is nothing to say.
        from smq.cli.unread import say_unread

        say_unread(system, translate)
    console.aside(text_report.closing(system, findings, translate))


def _coverage(system: QualitySystem, stage: str | None) -> "Coverage | None":
    if not system.referentials:
        return None
    # Judging is loaded where there is something to judge: start-up is part of every command.
    from smq.coverage import coverage_of

    return coverage_of(system, stage)


def _json(
    system: QualitySystem,
    findings: Sequence[Finding],
    coverage: "Coverage | None",
    translate: Translator,
) -> str:
    if coverage is None:
        return json_report.check(system, findings, translate)
    from smq.report.coverage_json import content

    return json_report.check(system, findings, translate, content(coverage, translate))


def _show(coverage: "Coverage", translate: Translator) -> None:
    from smq.report.coverage import first_steps, summary

    console.lines(first_steps(coverage, translate))
    console.lines(summary(coverage, translate))


def _show_due(system: QualitySystem, translate: Translator) -> None:
    """Show what is due for the next session, when one comes within a month.

    Without support, the self-assessment is told of too, from which the road starts.
    """
    if _MILESTONES not in system.registers:
        return
    # What judges sessions is loaded where there can be some.
    from smq.coaching import expectations, next_session, standings
    from smq.report.coaching import assessment_due, due

    supported = system.settings.label.coaching
    if not supported:
        console.lines(assessment_due(system, translate, within=_SOON))
    coming = next_session(system)
    if coming and coming.planned and (coming.planned - system.today).days <= _SOON:
        judged = standings(expectations(system, coming.id), system)
        console.lines(due(judged, coming, translate, supported=supported))


def _words(given: Words) -> tuple[str, ...]:
    return tuple(word.strip() for part in given or () for word in part.split(",") if word.strip())


def _severity(word: str) -> str:
    if word in ("error", "warning", "note"):
        return word
    raise SmqError(
        _("«{word}» is no severity (--fail-on)."), _("Write error, warning or note."), word=word
    )


def _relative(session: Session, paths: list[Path]) -> tuple[str, ...]:
    found = []
    for path in paths:
        absolute = (path if path.is_absolute() else session.start / path).resolve()
        if not absolute.exists():
            raise SmqError(
                _("{path} does not exist."),
                _("Check its name and place; a name with spaces goes between quotes."),
                path=str(path),
            )
        if not absolute.is_relative_to(session.root):
            raise SmqError(
                _("{path} does not lie in the platform's folder {root}."),
                _("Name files and folders of this platform, or another platform with -C."),
                path=str(path),
                root=str(session.root),
            )
        found.append(absolute.relative_to(session.root).as_posix())
    return tuple(found)
