"""`smq approve`: the visa of the person who approves documents in review."""

import typer

from smq.cli.life_cycle import Codes, Commit
from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.cli.visa import sign
from smq.cli.visa_given import By, EnteredBy, Mode, On, Proof, Typed
from smq.operations.life_cycle.approve import approve


def command(
    context: typer.Context,
    codes: Codes,
    by: By = None,
    mode: Mode = None,
    proof: Proof = None,
    on: On = None,
    entered_by: EnteredBy = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """Approve documents in review; a visa given on paper or by e-mail is entered with its proof."""
    session: Session = context.obj
    typed = Typed(by, mode, proof, on, entered_by)
    sign(session, codes, approve, typed, dry_run=dry_run, commit=commit)
