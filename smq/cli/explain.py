"""`smq explain`: why a rule exists, and what to do."""

from typing import Annotated

import typer

from smq.check import matching
from smq.cli import console
from smq.cli.session import Session
from smq.i18n import _
from smq.report import explanation
from smq.rules import all_rules


def command(
    context: typer.Context,
    rule: Annotated[
        str | None, typer.Argument(metavar=_("[RULE]"), help=_("Code, name or family of a rule."))
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--all", help=_("Write the page of all rules, in Markdown."))
    ] = False,
) -> None:
    """Say why a rule exists, show what is wrong and how to mend it.

    Without a rule, list them all.
    """
    session: Session = context.obj
    rules = all_rules()
    if markdown:
        console.product(explanation.page(rules, session.translate))
    elif rule is None:
        console.product(explanation.listing(rules, session.translate))
    else:
        found = matching(rule, rules)
        console.product("\n\n".join(explanation.one(r, session.translate) for r in found))
