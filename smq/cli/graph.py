"""`smq graph`: who cites whom, as a picture or as data."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from smq import graph
from smq.cli import choosing
from smq.cli.delivering import check_place, chosen, deliver
from smq.cli.options import Out
from smq.cli.session import Session
from smq.graph import Graph
from smq.i18n import Translator, _
from smq.model import QualitySystem

_PNG_WIDTH = 2400


class GraphFormat(StrEnum):
    """Formats of `graph`."""

    JSON = "json"
    DOT = "dot"
    MERMAID = "mermaid"
    GRAPHML = "graphml"
    SVG = "svg"
    PNG = "png"


def command(
    context: typer.Context,
    output: Annotated[
        GraphFormat | None,
        typer.Option(
            "--format", help=_("json, dot, mermaid, graphml, svg or png; else the file's ending.")
        ),
    ] = None,
    focus: Annotated[
        str | None,
        typer.Option("--focus", metavar="CODE", help=_("Only this document and its neighbours.")),
    ] = None,
    depth: Annotated[
        int,
        typer.Option("--depth", metavar=_("NUMBER"), min=1, help=_("How many links away from it.")),
    ] = 1,
    out: Out = None,
) -> None:
    """Draw the links between documents, or give them as data."""
    session: Session = context.obj
    format_ = chosen(GraphFormat, output, out, GraphFormat.SVG)
    binary = format_ in (GraphFormat.PNG, GraphFormat.SVG)
    check_place(session, out, binary=binary)
    system = session.system()
    drawn = graph.build(system)
    centre = choosing.one(system, focus).label if focus else None
    if centre:
        drawn = graph.focus(drawn, centre, depth)
    content = _written(drawn, format_, system, session.translate, centre)
    deliver(session, content, out, binary=binary)


def _written(
    drawn: Graph,
    output: GraphFormat,
    system: QualitySystem,
    translate: Translator,
    centre: str | None,
) -> bytes:
    if output is GraphFormat.JSON:
        return (json.dumps(graph.to_json(drawn), ensure_ascii=False, indent=2) + "\n").encode()
    if output is GraphFormat.DOT:
        return graph.to_dot(drawn).encode()
    if output is GraphFormat.MERMAID:
        return graph.to_mermaid(drawn).encode()
    if output is GraphFormat.GRAPHML:
        return graph.to_graphml(drawn).encode()
    from smq.render.svg.link_graph import link_graph
    from smq.render.svg.png import png

    settings = system.settings
    svg = link_graph(drawn, settings.processes, translate, settings.name, centre)
    return svg.encode() if output is GraphFormat.SVG else png(svg, _PNG_WIDTH)
