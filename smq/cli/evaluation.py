"""`smq evaluation record`: what evaluators decided, and an action for each écart."""

from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.evaluation_given import Given
from smq.cli.evaluation_sources import report_read, version_of
from smq.cli.options import DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.table_edits import table_edits
from smq.coaching import decision as decisions
from smq.errors import SmqError
from smq.evaluation.gaps import KINDS
from smq.i18n import Translator, _
from smq.model import Change, QualitySystem
from smq.operations.evaluation import (
    LABEL,
    Held,
    milestone_of,
    record_evaluation,
    refuse_twice,
    report_form,
)

Action = Annotated[
    str, typer.Argument(metavar="record", help=_("Record an evaluation that took place."))
]
Kind = Annotated[
    str | None,
    typer.Option("--type", metavar="|".join(KINDS), help=_("What took place; else asked.")),
]
Day = Annotated[str | None, typer.Option("--on", metavar=_("DATE"), help=_("When; else asked."))]
Decision = Annotated[
    str | None, typer.Option("--decision", metavar=_("TEXT"), help=_("In words; else asked."))
]
Report = Annotated[
    Path | None,
    typer.Option("--report", metavar=_("FILE"), help=_("The report, filed as a record.")),
]
Gaps = Annotated[
    list[str] | None,
    typer.Option(
        "--gap", metavar=_("TEXT"), help=_("A gap found; repeat. Each becomes an action.")
    ),
]
Owners = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar=_("PERSON"),
        help=_("Who mends: once for all gaps, or once for each; else asked."),
    ),
]
Dues = Annotated[
    list[str] | None,
    typer.Option(
        "--due", metavar=_("DATE"), help=_("By when: once for all gaps, or once for each.")
    ),
]
Processes = Annotated[
    list[str] | None,
    typer.Option(
        "--process",
        "-p",
        metavar="CODE",
        help=_("Process touched: once for all gaps, or once for each."),
    ),
]
Milestone = Annotated[
    str | None,
    typer.Option(
        "--milestone", metavar="ID", help=_("The one planned; else the first of its type.")
    ),
]
Dossier = Annotated[
    Path | None,
    typer.Option(
        "--dossier", metavar=_("FOLDER"), help=_("The folder or zip file that was evaluated.")
    ),
]
Version = Annotated[
    str | None,
    typer.Option("--version", metavar=_("VERSION"), help=_("Its commit or tag, without it.")),
]


def command(
    context: typer.Context,
    action: Action,
    kind: Kind = None,
    on: Day = None,
    decision: Decision = None,
    report: Report = None,
    gaps: Gaps = None,
    owners: Owners = None,
    dues: Dues = None,
    processes: Processes = None,
    milestone: Milestone = None,
    dossier: Dossier = None,
    version: Version = None,
    dry_run: DryRun = False,
) -> None:
    """Record what evaluators decided; each gap that they found becomes an action.

    What no option says is asked. With --decision, report, gaps and version are not asked for.
    """
    from smq.cli.evaluation_questions import Interview

    session: Session = context.obj
    if action != "record":
        raise SmqError(
            _("«{action}» cannot be done with an evaluation."),
            _("Write: smq evaluation record"),
            action=action,
        )
    given = Given(
        kind=kind,
        on=on,
        decision=decision,
        report=str(report) if report else None,
        gaps=tuple(gaps or ()),
        owners=tuple(owners or ()),
        dues=tuple(dues or ()),
        processes=tuple(processes or ()),
        milestone=milestone,
        version=version or (version_of(session, dossier) if dossier else None),
    )
    interview = Interview(given, session, session.system(registers=True))
    with interview.kept():
        held = interview.evaluation()
        _record(session, held, interview.given, dry_run=dry_run)
    if not dry_run:
        _say_next(held, session)


def _record(session: Session, held: Held, given: Given, *, dry_run: bool) -> None:
    """Write the rows and file the report, all or nothing."""
    with nullcontext() if dry_run else files.locked(session.root):
        system = session.system(evidence=True)
        refuse_twice(system, held.kind, held.day)
        row = milestone_of(system, held.kind, given.milestone)
        filed: list[Change] = []
        if given.report:
            report = report_read(session, Path(given.report))
            place, filed = _filed(system, held, report, session)
            held = replace(held, report=place)
        edits = table_edits(session, system)
        number, actions = record_evaluation(held, row, edits)
        save(session, [*edits.changes(), *filed], dry_run=dry_run, held=True)
    if not dry_run:
        console.product(" ".join((number, *actions)))


def _filed(
    system: QualitySystem, held: Held, report: tuple[str, bytes], session: Session
) -> tuple[str, list[Change]]:
    """Return where the report is filed, and what files it."""
    from smq.operations.filing import Filing, file_record
    from smq.operations.identifiers import random_id

    name, content = report
    own = Translator(system.settings.language or "fr")
    title = own(_("Follow-up report") if held.kind == "suivi" else _("Evaluation report"))
    filing = Filing(title, held.day, (), None, session.today)
    filed = file_record(system, report_form(system, held.kind), name, content, filing, random_id)
    return filed.place, list(filed.changes)


def _say_next(held: Held, session: Session) -> None:
    translate = session.translate
    if held.kind == LABEL and decisions.decision_of(held.decision) is decisions.Decision.REFUSED:
        console.aside(translate(_("Noted: the label is not granted. No date runs from it.")))
    elif held.kind == LABEL:
        console.aside(
            translate(_("The label runs from its date in smq.yaml: write label.obtention there."))
        )
    if not held.version:
        console.aside(
            translate(_("No version is recorded: the follow-up will compare with that of the day."))
        )
