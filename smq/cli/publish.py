"""`smq publish`: put approved documents in force."""

from typing import Annotated

import typer

from smq.cli.life_cycle import Codes, Commit, Walk, walk
from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.model import Document, QualitySystem, Status
from smq.operations.life_cycle.publish import FIRST, publish
from smq.operations.life_cycle.step import Step


def command(
    context: typer.Context,
    codes: Codes,
    change: Annotated[
        str,
        typer.Option(
            "--change", metavar=_("TEXT"), help=_("What changed; needed from version 2 on.")
        ),
    ] = "",
    on: Annotated[
        str | None,
        typer.Option("--on", metavar=_("DATE"), help=_("Day from which they apply; else today.")),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """Put approved documents in force, from today or from a day to come; set the next review."""
    session: Session = context.obj
    day = typed_date(on) if on else session.today

    def asked(system: QualitySystem) -> Walk:
        # What is written in a document is in the platform's language, not in the reader's.
        first = Translator(system.settings.language or session.translate.language)(FIRST)

        def take(known: QualitySystem, document: Document, raw: bytes) -> Step:
            return publish(known, document, raw, day, change, first)

        return Walk(take, faultless=Status.APPROVED)

    walk(session, codes, asked, dry_run=dry_run, commit=commit)
