"""`smq map`: the process map in three families."""

from enum import StrEnum
from typing import Annotated

import typer

from smq.cli.delivering import check_place, chosen, deliver
from smq.cli.options import Out
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import Settings

_PNG_WIDTH = 2000


class MapFormat(StrEnum):
    """Formats of `map`."""

    SVG = "svg"
    PNG = "png"


def command(
    context: typer.Context,
    output: Annotated[
        MapFormat | None, typer.Option("--format", help=_("svg or png; else the file's ending."))
    ] = None,
    owners: Annotated[
        bool, typer.Option("--owners", help=_("Show who leads each process."))
    ] = False,
    out: Out = None,
) -> None:
    """Draw the process map: management, core and support."""
    from smq.render.svg.png import png
    from smq.render.svg.process_map import process_map

    session: Session = context.obj
    format_ = chosen(MapFormat, output, out, MapFormat.SVG)
    check_place(session, out, binary=True)
    settings = session.system().settings
    if not settings.processes:
        raise SmqError(
            _("smq.yaml declares no process."), _("Add them under «processus:» in smq.yaml.")
        )
    leaders = _owners(settings) if owners else None
    svg = process_map(settings.processes, session.translate, settings.name, leaders)
    content = svg.encode() if format_ is MapFormat.SVG else png(svg, _PNG_WIDTH)
    deliver(session, content, out, binary=True)


def _owners(settings: Settings) -> dict[str, str]:
    return {
        process.code: person.name
        for process in settings.processes
        if (person := settings.person(process.owner))
    }
