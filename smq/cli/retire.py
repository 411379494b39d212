"""`smq retire`: end a code."""

from collections.abc import Sequence
from typing import Annotated

import typer

from smq import files
from smq.cli import choosing
from smq.cli.life_cycle import Commit, Walk, walk
from smq.cli.options import Code, DryRun
from smq.cli.person_named import By, who_acts
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import Change, Document, QualitySystem
from smq.operations.life_cycle.retire import retire, with_successor
from smq.operations.life_cycle.step import Step


def command(
    context: typer.Context,
    code: Code,
    reason: Annotated[
        str, typer.Option("--reason", metavar=_("TEXT"), help=_("Why; its history says it."))
    ] = "",
    replaced_by: Annotated[
        str | None,
        typer.Option("--replaced-by", metavar="CODE", help=_("The document that takes its place.")),
    ] = None,
    by: By = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """End a document: its file and its number stay, and nobody is sent to it any more."""
    session: Session = context.obj
    if not (reason.strip() or replaced_by):
        raise SmqError(
            _("Why {code} ends is not said."),
            _("Say it with --reason, or name what takes its place: --replaced-by CODE"),
            code=code,
        )

    def asked(system: QualitySystem) -> Walk:
        person = who_acts(session, system, by)
        successor = choosing.one(system, replaced_by) if replaced_by else None
        written = Translator(system.settings.language or session.translate.language)
        line = _line(written, reason, successor)

        def take(known: QualitySystem, document: Document, raw: bytes) -> Step:
            return retire(known, document, raw, line, person, session.today, successor)

        def also(_known: QualitySystem, steps: Sequence[Step]) -> tuple[Change, ...]:
            if successor is None:
                return ()
            raw = files.read(session.root, successor.path) or b""
            after = with_successor(successor, raw, steps[0].document.label)
            return () if after == raw else (Change(successor.path, raw, after),)

        return Walk(take, also=also)

    walk(session, [code], asked, dry_run=dry_run, commit=commit)


def _line(written: Translator, reason: str, successor: Document | None) -> str:
    said = " ".join(reason.split())
    if successor is None:
        return written(_("Withdrawn: {reason}"), reason=said)
    if not said:
        return written(_("Withdrawn, replaced by {code}"), code=successor.label)
    return written(_("Withdrawn, replaced by {code}: {reason}"), code=successor.label, reason=said)
