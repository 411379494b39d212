"""`smq explain`: why a rule exists and what to do; what a criterion asks and where it stands."""

from typing import Annotated

import typer

from smq.check import matching
from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.report import explanation
from smq.root import FILE_NAME
from smq.rules import all_rules


def command(
    context: typer.Context,
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar=_("[RULE]"),
            help=_("Code, name or family of a rule; or a criterion of this platform."),
        ),
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--all", help=_("Write the page of all rules, in Markdown."))
    ] = False,
) -> None:
    """Say why a rule exists, show what is wrong and how to mend it; or what a criterion asks.

    Without a word, list the rules. A criterion is one of the referentials of the platform in whose
    folder the command is typed.
    """
    session: Session = context.obj
    rules = all_rules()
    if markdown:
        console.product(explanation.page(rules, session.translate))
    elif rule is None:
        console.product(explanation.listing(rules, session.translate))
    else:
        try:
            found = matching(rule, rules)
        except SmqError as no_rule:
            _explain_criterion(session, rule, no_rule)
            return
        console.product("\n\n".join(explanation.one(r, session.translate) for r in found))


def _explain_criterion(session: Session, word: str, no_rule: SmqError) -> None:
    """Explain a criterion of the platform.

    Raises:
        SmqError: the word names none, or no platform is here.
    """
    # The reading room is loaded for criteria alone: rules are explained anywhere.
    from smq.cli.unread import say_unread
    from smq.coverage import assess
    from smq.operations.declare import criterion_named
    from smq.report.criterion import explained

    if not _in_platform(session):
        hint = no_rule.hint if no_rule.values.get("near") else _NO_PLATFORM
        raise SmqError(no_rule.message, hint, **no_rule.values) from no_rule
    system = session.system(evidence=True)
    try:
        criterion = criterion_named(system, word)
    except SmqError as no_criterion:
        values = {**no_rule.values, **no_criterion.values}
        if no_criterion.values.get("near"):
            raise SmqError(_NEITHER, no_criterion.hint, **values) from no_criterion
        raise SmqError(_NEITHER, no_rule.hint, **no_rule.values) from no_criterion
    say_unread(system, session.translate)
    referential = next(r for r in system.referentials if criterion.id in r.by_id)
    assessments = assess(system, referential).assessments
    assessment = next(a for a in assessments if a.criterion.id == criterion.id)
    console.lines(explained(criterion, referential, assessment, system, session.translate))


_NEITHER = _("«{word}» is no rule, and no criterion of this platform.")
_NO_PLATFORM = _("The rules: smq explain. For a criterion, go to the folder of a platform.")


def _in_platform(session: Session) -> bool:
    start = session.start.resolve()
    return any((folder / FILE_NAME).is_file() for folder in (start, *start.parents))
