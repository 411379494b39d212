"""`smq review`: write down that documents in force were read again, and what that found."""

from typing import Annotated

import typer

from smq.cli.life_cycle import Codes, Commit, Walk, walk
from smq.cli.options import DryRun
from smq.cli.person_named import By, who_acts
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.kit import typed_date
from smq.model import TO_CHANGE, UNCHANGED, Document, QualitySystem
from smq.operations.life_cycle.review import review
from smq.operations.life_cycle.step import Step


def command(
    context: typer.Context,
    codes: Codes,
    unchanged: Annotated[
        bool, typer.Option("--unchanged", help=_("Nothing is to be changed; the next date is set."))
    ] = False,
    to_change: Annotated[
        bool, typer.Option("--to-change", help=_("Something is to be changed; say it with --note."))
    ] = False,
    note: Annotated[
        str, typer.Option("--note", metavar=_("TEXT"), help=_("What the review found."))
    ] = "",
    by: By = None,
    on: Annotated[
        str | None,
        typer.Option("--on", metavar=_("DATE"), help=_("Day of the review; else today.")),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """Write down that documents in force were read again, and what that found."""
    session: Session = context.obj
    if unchanged == to_change:
        raise SmqError(
            _("What the review found is not said, or said twice."),
            _("Say one: --unchanged, or --to-change --note …"),
        )
    day = typed_date(on) if on else session.today
    result = UNCHANGED if unchanged else TO_CHANGE

    def asked(system: QualitySystem) -> Walk:
        person = who_acts(session, system, by)

        def take(known: QualitySystem, document: Document, raw: bytes) -> Step:
            return review(known, document, raw, result, note, person, day)

        return Walk(take)

    walk(session, codes, asked, dry_run=dry_run, commit=commit)
