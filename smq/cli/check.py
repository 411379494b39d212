"""`smq check`: list what must be corrected."""

from pathlib import Path
from typing import Annotated

import typer

from smq import check as engine
from smq.check import Choice
from smq.cli import console
from smq.cli.options import CheckFormat
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.report import json as json_report
from smq.report import text as text_report

Words = list[str] | None


def command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar=_("[PATHS]"), help=_("Show only findings in these files or folders.")
        ),
    ] = None,
    output: Annotated[CheckFormat, typer.Option("--format", help=_("text or json."))] = (
        CheckFormat.TEXT
    ),
    select: Annotated[
        Words,
        typer.Option("--select", metavar=_("RULE"), help=_("Only these rules, families or names.")),
    ] = None,
    ignore: Annotated[
        Words, typer.Option("--ignore", metavar=_("RULE"), help=_("Without these rules."))
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base", metavar=_("REVISION"), help=_("Compare numbers with this revision.")
        ),
    ] = None,
    notes: Annotated[
        bool, typer.Option("--notes", help=_("Show every note on a line of its own."))
    ] = False,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on", metavar="error|warning|note", help=_("Least severity that fails.")
        ),
    ] = None,
) -> None:
    """List what must be corrected; nothing is written in the documents.

    Exit code: 0 nothing to correct, 1 something to correct, 2 the command cannot run.
    """
    session: Session = context.obj
    limit = _severity(fail_on) if fail_on else None
    system = session.system(base)
    choice = Choice(_words(select), _words(ignore), _relative(session, paths or []))
    findings = engine.run(system, choice)
    if output is CheckFormat.JSON:
        console.product(json_report.check(system, findings, session.translate))
    else:
        console.lines(
            text_report.check(
                system, findings, session.translate, notes=notes or bool(paths or select)
            )
        )
        console.aside(text_report.closing(system, findings, session.translate))
    if engine.fails(findings, limit or system.settings.fail_on):
        raise typer.Exit(1)


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
