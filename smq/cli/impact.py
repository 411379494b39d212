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
from smq.staleness import resting_on


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
    confirming = frozenset(resting.path for resting in resting_on(document, system))
    if output is ShowFormat.JSON:
        plain = [_plain(i, confirming) for i in found]
        console.product(json.dumps(plain, ensure_ascii=False, indent=2))
        return
    translate = session.translate
    for impact in found:
        console.product(_line(impact, confirming, translate))
    console.aside(
        translate.plural(
            _("{count} document to read again if {code} changes."),
            _("{count} documents to read again if {code} changes."),
            len(found),
            code=document.label,
        )
    )
    if confirming:
        console.aside(
            translate.plural(
                _("{count} of them is in force and must confirm a new version: smq confirm"),
                _("{count} of them are in force and must confirm a new version: smq confirm"),
                len(confirming),
            )
        )


def _plain(impact: Impact, confirming: frozenset[str]) -> dict[str, object]:
    return {
        "code": impact.node.code,
        "title": impact.node.title,
        "path": impact.node.path,
        "distance": impact.distance,
        "through": [node.label for node in impact.path],
        "to_confirm": impact.node.path in confirming,
    }


def _line(impact: Impact, confirming: frozenset[str], translate: Translator) -> str:
    name = f"{impact.node.label}  {impact.node.title}"
    if impact.distance == 1:
        said = _("cites it, and must confirm") if impact.node.path in confirming else _("cites it")
        return f"{name}  ({translate(said)})"
    through = " → ".join(node.label for node in impact.path[1:-1])
    return f"{name}  ({translate(_('through {codes}'), codes=through)})"
