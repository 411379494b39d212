"""`smq coverage`: criterion by criterion, what is satisfied, what it rests on, what is missing."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from smq.cli import console
from smq.cli.coverage_choice import chosen_referential, chosen_stage
from smq.cli.delivering import chosen, deliver
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _


class CoverageFormat(StrEnum):
    """Formats of `coverage`."""

    TEXT = "text"
    JSON = "json"
    XLSX = "xlsx"
    DOCX = "docx"


Format = Annotated[
    CoverageFormat | None,
    typer.Option("--format", help=_("text, json, xlsx or docx; else the file's ending.")),
]
Stage = Annotated[
    str | None,
    typer.Option(
        "--stage",
        metavar="eligibilite|engagement|label|suivi",
        help=_("Only what is asked at this stage."),
    ),
]
Name = Annotated[
    str | None,
    typer.Option(
        "--referential", "-r", metavar=_("NAME"), help=_("Another referential of the platform.")
    ),
]
Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar=_("REVISION"), help=_("Show what changed since this revision.")
    ),
]
Out = Annotated[
    Path | None, typer.Option("--out", "-o", metavar=_("FILE"), help=_("Write into this file."))
]


def command(
    context: typer.Context,
    output: Format = None,
    stage: Stage = None,
    referential: Name = None,
    since: Since = None,
    out: Out = None,
) -> None:
    """Say criterion by criterion what is satisfied, what it rests on and what is missing."""
    from smq.coverage import assess
    from smq.report import coverage as report

    session: Session = context.obj
    translate = session.translate
    system = session.system(evidence=True)
    judged = assess(system, chosen_referential(system, referential), chosen_stage(stage))
    format_ = chosen(CoverageFormat, output, out, CoverageFormat.TEXT)
    if since is not None:
        if format_ is not CoverageFormat.TEXT:
            raise SmqError(
                _("--since shows changes as text only."),
                _("Leave out --since, or --format and --out."),
            )
        from smq.cli.coverage_since import show_changes

        show_changes(session, judged, since, stage)
        return
    if format_ is CoverageFormat.TEXT:
        console.lines(report.summary(judged, translate))
        console.lines(report.details(judged, translate))
        console.lines(report.unasked(system, judged, translate))
    elif format_ is CoverageFormat.JSON:
        from smq.report import coverage_json

        deliver(session, coverage_json.text(judged, translate).encode(), out)
    elif format_ is CoverageFormat.XLSX:
        from smq.report import xlsx

        header = [translate(title) for title in report.HEADERS]
        name = translate(_("Coverage"))
        rows, above = report.rows(judged, translate), report.heading(judged, translate)
        content = xlsx.table(name, header, rows, system.today, above)
        deliver(session, content, out, binary=True)
    else:
        from smq.render.coverage import coverage_docx

        deliver(session, coverage_docx(system, judged, session.root, translate), out, binary=True)
