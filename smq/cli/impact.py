"""`smq impact`: what must be read again if a document changes."""

import json
from typing import Annotated

import typer

from smq import graph
from smq.cli import choosing, console
from smq.cli.options import Code
from smq.cli.session import Session
from smq.cli.show import ShowFormat
from smq.graph import Impact
from smq.i18n import Translator, _


def command(
    context: typer.Context,
    code: Code,
    output: Annotated[ShowFormat, typer.Option("--format", help=_("text or json."))] = (
        ShowFormat.TEXT
    ),
) -> None:
    """List what must be read again if this document changes, near ones first."""
    session: Session = context.obj
    system = session.system()
    document = choosing.one(system, code)
    found = graph.impact(system, document.label)
    if output is ShowFormat.JSON:
        console.product(json.dumps([_plain(i) for i in found], ensure_ascii=False, indent=2))
        return
    translate = session.translate
    for impact in found:
        console.product(_line(impact, translate))
    console.aside(
        translate.plural(
            _("{count} document to read again if {code} changes."),
            _("{count} documents to read again if {code} changes."),
            len(found),
            code=document.label,
        )
    )


def _plain(impact: Impact) -> dict[str, object]:
    return {
        "code": impact.node.code,
        "title": impact.node.title,
        "path": impact.node.path,
        "distance": impact.distance,
        "through": [node.label for node in impact.path],
    }


def _line(impact: Impact, translate: Translator) -> str:
    name = f"{impact.node.label}  {impact.node.title}"
    if impact.distance == 1:
        return f"{name}  ({translate(_('cites it'))})"
    through = " → ".join(node.label for node in impact.path[1:-1])
    return f"{name}  ({translate(_('through {codes}'), codes=through)})"
