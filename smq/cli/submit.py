"""`smq submit`: hand a finished draft over to those who verify and approve it."""

import typer

from smq.cli.life_cycle import Codes, Commit, Walk, walk
from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.model import Status
from smq.operations.life_cycle.submit import submit


def command(
    context: typer.Context, codes: Codes, commit: Commit = False, dry_run: DryRun = False
) -> None:
    """Hand a finished draft over for verification; what is left to complete is shown instead."""
    session: Session = context.obj
    walk(
        session,
        codes,
        lambda _system: Walk(submit, faultless=Status.IN_REVIEW),
        dry_run=dry_run,
        commit=commit,
    )
