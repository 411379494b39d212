"""`smq coverage`: criterion by criterion, what is satisfied, what it rests on, what is missing."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from smq.cli import console
from smq.cli.area_choice import Area, at_area, chosen_area
from smq.cli.coverage_choice import chosen_referential, chosen_stage
from smq.cli.delivering import chosen, deliver
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _

if TYPE_CHECKING:
    from smq.model import Document, QualitySystem
    from smq.model.coverage import Coverage
    from smq.report.line import Line


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
        "--since",
        metavar=_("VERSION"),
        help=_("Say, as text only, what changed since this date, tag or version of git."),
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
    area: Area = None,
    out: Out = None,
) -> None:
    """Say criterion by criterion what is satisfied, what it rests on and what is missing."""
    from smq.cli.unread import say_unread
    from smq.coverage import assess, unasked

    session: Session = context.obj
    translate = session.translate
    system = at_area(session.system(evidence=True), area)
    judged = assess(system, chosen_referential(system, referential), chosen_stage(stage))
    format_ = chosen(CoverageFormat, output, out, CoverageFormat.TEXT)
    if since is not None:
        if format_ is not CoverageFormat.TEXT:
            raise SmqError(
                _("--since shows changes as text only."),
                _("Leave out --since, or --format and --out."),
            )
        from smq.cli.coverage_since import changed

        say_unread(system, translate)
        _write(session, changed(session, judged, since, stage, chosen_area(system, area)), out)
        return
    say_unread(system, translate)
    spare = unasked(system, judged.referential)
    if format_ is CoverageFormat.TEXT:
        _write(session, _text(system, judged, spare, translate), out)
    elif format_ is CoverageFormat.JSON:
        from smq.report import coverage_json

        deliver(session, coverage_json.text(judged, spare, translate).encode(), out)
    elif format_ is CoverageFormat.XLSX:
        deliver(session, _workbook(system, judged, spare, translate), out, binary=True)
    else:
        from smq.cli.coverage_words import coverage_words
        from smq.render.coverage import coverage_docx

        words = coverage_words(judged, translate, system.registers)
        content = coverage_docx(system, judged, words, spare, session.root, translate)
        deliver(session, content, out, binary=True)


def _write(session: Session, lines: "Iterable[Line]", out: Path | None) -> None:
    """Write lines on the screen, or into the file that the user names."""
    if out is None:
        console.lines(lines)
    else:
        deliver(session, "".join(f"{line.text}\n" for line in lines).encode(), out)


def _text(
    system: "QualitySystem", judged: "Coverage", spare: Sequence["Document"], translate: Translator
) -> "Iterable[Line]":
    from smq.report import coverage as report
    from smq.report import unasked

    yield from report.summary(judged, translate)
    yield from report.details(judged, translate)
    yield from unasked.documents(spare, translate)
    yield from unasked.claims(system, judged, translate)


def _workbook(
    system: "QualitySystem",
    judged: "Coverage",
    spare: Sequence["Document"],
    translate: Translator,
) -> bytes:
    """Return a sheet of the criteria, and one of the documents that nothing asks for, if any."""
    from smq.report import coverage as report
    from smq.report import unasked, xlsx

    header = [translate(title) for title in report.HEADERS]
    above = report.heading(judged, translate)
    sheets = [xlsx.Sheet(translate(_("Coverage")), header, report.rows(judged, translate), above)]
    if spare:
        header = [translate(title) for title in unasked.HEADERS]
        title, above = translate(unasked.TITLE), translate(unasked.WHAT_TO_DO)
        sheets.append(xlsx.Sheet(title, header, unasked.rows(spare), above))
    return xlsx.book(sheets, system.today)
