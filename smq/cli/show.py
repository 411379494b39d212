"""`smq show`: one document with its links both ways."""

from enum import StrEnum
from typing import Annotated

import typer

from smq.cli import choosing, console
from smq.cli.options import Code
from smq.cli.session import Session
from smq.i18n import _
from smq.report import document as report


class ShowFormat(StrEnum):
    """Formats of `show`."""

    TEXT = "text"
    JSON = "json"


def command(
    context: typer.Context,
    code: Code,
    output: Annotated[ShowFormat, typer.Option("--format", help=_("text or json."))] = (
        ShowFormat.TEXT
    ),
) -> None:
    """Show a document: state, dates, people, and its links both ways."""
    session: Session = context.obj
    system = session.system()
    document = choosing.one(system, code)
    if output is ShowFormat.JSON:
        console.product(report.as_json(document, system))
    else:
        console.product(report.as_text(document, system, session.translate))
