"""`smq export pluginlabs`: the platform's sheet for the regional portal."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

import typer

from smq.cli import console
from smq.cli.delivering import chosen, deliver
from smq.cli.options import DryRun, Out
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.load.portal import FILE_NAME, read_portal
from smq.model import Change, Problem, nearest
from smq.model.portal import PortalText
from smq.portal import TEMPLATE, sheet

TARGETS = ("pluginlabs",)


class ExportFormat(StrEnum):
    """Formats of `export`."""

    JSON = "json"
    DOCX = "docx"


def command(
    context: typer.Context,
    target: Annotated[
        str | None, typer.Argument(metavar="pluginlabs", help=_("What to export for."))
    ] = None,
    output: Annotated[
        ExportFormat | None,
        typer.Option("--format", help=_("json or docx; else the file's ending.")),
    ] = None,
    out: Out = None,
    texts: Annotated[
        bool,
        typer.Option("--texts", help=_("Write portail.yaml, with what only the platform can say.")),
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Gather the Plug in labs sheet from the registers, and list what it lacks."""
    session: Session = context.obj
    translate = session.translate
    _refuse_unknown(target)
    if texts:
        _write_texts(session, dry_run=dry_run)
        return
    system = session.system(registers=True)
    tabs = sheet(system, _texts(session))
    if chosen(ExportFormat, output, out, ExportFormat.JSON) is ExportFormat.JSON:
        from smq.report.portal import as_json

        text = as_json(tabs, system.settings.name, system.today, translate)
        deliver(session, text.encode(), out)
    else:
        from smq.render.portal import portal_docx

        deliver(session, portal_docx(tabs, system, session.root, translate), out, binary=True)
    from smq.report.portal import lacks

    for line in lacks(tabs, translate):
        console.aside(line.text)


def _refuse_unknown(target: str | None) -> None:
    """Raise for a portal that smq does not know.

    Raises:
        SmqError: it is none of those known, or none is named.
    """
    if target is None:
        raise SmqError(
            _("Say what the sheet is for."), _("Write: smq export {near}"), near=TARGETS[0]
        )
    if target not in TARGETS:
        near = nearest(target, TARGETS)
        raise SmqError(
            _("«{target}» is no export of smq."),
            _("Write: smq export {near}"),
            target=target,
            near=near or TARGETS[0],
        )


def _texts(session: Session) -> Mapping[str, PortalText]:
    """Return the texts of the platform.

    Raises:
        SmqError: their file cannot be read as it is.
    """
    problems: list[Problem] = []
    found = read_portal(session.root, problems)
    if problems:
        # A sheet made from half of its texts would be published as it is.
        place = problems[0].location
        raise SmqError(
            _("{path}, line {line}: this file cannot be read as it is."),
            _("Its keys are shown by: smq export pluginlabs --texts --dry-run"),
            path=place.path,
            line=place.line or 1,
        )
    return found


def _write_texts(session: Session, *, dry_run: bool) -> None:
    """Write the file of texts; one that exists is never overwritten.

    Raises:
        SmqError: it exists.
    """
    if (session.root / FILE_NAME).exists() and not dry_run:
        raise SmqError(
            _("{path} exists already; nothing was written."),
            _("Fill it in where it stands."),
            path=FILE_NAME,
        )
    save(session, [Change(FILE_NAME, None, TEMPLATE.encode())], dry_run=dry_run)
    if not dry_run:
        console.product(FILE_NAME)
