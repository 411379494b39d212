"""`smq revise`: begin the next version of documents in force."""

import typer

from smq.cli.life_cycle import Codes, Commit, Walk, walk
from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.model import Document, QualitySystem
from smq.operations.life_cycle.revise import revise
from smq.operations.life_cycle.step import Step
from smq.vcs import content_before, git_folder


def command(
    context: typer.Context, codes: Codes, commit: Commit = False, dry_run: DryRun = False
) -> None:
    """Begin the next version of documents in force; readers keep the one in force until then."""
    session: Session = context.obj

    def take(system: QualitySystem, document: Document, raw: bytes) -> Step:
        kept = None
        if git_folder(session.root) is not None:
            kept = content_before(session.root, document.path) == raw
        return revise(system, document, raw, kept=kept)

    walk(session, codes, lambda _system: Walk(take), dry_run=dry_run, commit=commit)
