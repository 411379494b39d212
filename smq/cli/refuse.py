"""`smq refuse`: send documents in review back to their authors."""

from typing import Annotated

import typer

from smq.cli.life_cycle import Codes, Commit, Walk, walk
from smq.cli.options import DryRun
from smq.cli.person_named import By, who_acts
from smq.cli.session import Session
from smq.i18n import _
from smq.model import Document, QualitySystem
from smq.operations.life_cycle.refuse import refuse
from smq.operations.life_cycle.step import Step


def command(
    context: typer.Context,
    codes: Codes,
    reason: Annotated[
        str, typer.Option("--reason", metavar=_("TEXT"), help=_("Why; the author reads it."))
    ] = "",
    by: By = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """Send documents in review back to their authors, with the reason."""
    session: Session = context.obj

    def asked(system: QualitySystem) -> Walk:
        person = who_acts(session, system, by)

        def take(known: QualitySystem, document: Document, raw: bytes) -> Step:
            return refuse(known, document, raw, reason, person, session.today)

        return Walk(take)

    walk(session, codes, asked, dry_run=dry_run, commit=commit)
