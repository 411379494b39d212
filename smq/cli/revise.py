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
            kept = _lines(content_before(session.root, document.path)) == _lines(raw)
        return revise(system, document, raw, kept=kept)

    walk(session, codes, lambda _system: Walk(take), dry_run=dry_run, commit=commit)


def _lines(raw: bytes | None) -> list[bytes] | None:
    """Return the lines of a file, whatever ends them: git may keep other line ends than a disk."""
    return None if raw is None else raw.splitlines()
