"""`smq template check`: what a Word template lacks."""

from pathlib import Path
from typing import Annotated

import typer

from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _


def command(
    context: typer.Context,
    action: Annotated[
        str | None, typer.Argument(metavar="check", help=_("What to do: check."))
    ] = None,
    file: Annotated[
        Path | None, typer.Argument(metavar=_("FILE"), help=_("A Word template (.docx)."))
    ] = None,
) -> None:
    """Say which styles, fields and marks a Word template lacks."""
    from smq.render.docx.template_check import missing

    session: Session = context.obj
    translate = session.translate
    if action not in (None, "check"):
        raise SmqError(
            _("«{action}» cannot be done with a template."),
            _("Write: smq template check FILE"),
            action=action,
        )
    if file is None:
        raise SmqError(
            _("A template can be checked: say which file."), _("Write: smq template check FILE")
        )
    path = file if file.is_absolute() else session.start / file
    if not path.is_file():
        raise SmqError(
            _("{path} does not exist."),
            _("Check its name and place; a name with spaces goes between quotes."),
            path=str(file),
        )
    lacking = missing(path.read_bytes(), translate.language)
    for notice in lacking:
        console.product(translate(notice.message, name=notice.name))
    if lacking:
        raise typer.Exit(1)
    console.aside(translate(_("This template has all that smq needs.")))
