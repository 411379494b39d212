"""`smq confirm`: say that documents in force still hold with the new versions of what they cite."""

from typing import Annotated

import typer

from smq.cli import choosing, console
from smq.cli.life_cycle import Codes, Commit, Walk, walk
from smq.cli.options import DryRun
from smq.cli.person_named import By, who_acts
from smq.cli.session import Session
from smq.i18n import Translator, _
from smq.model import Document, QualitySystem
from smq.operations.life_cycle.confirm import confirm, to_confirm
from smq.operations.life_cycle.step import Step


def command(
    context: typer.Context,
    codes: Codes,
    of: Annotated[
        list[str] | None,
        typer.Option(
            "--of",
            metavar="CODE",
            help=_("Only with this document that they cite; may be repeated."),
        ),
    ] = None,
    by: By = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """Say that documents in force still hold with the new versions of what they cite."""
    session: Session = context.obj

    def asked(system: QualitySystem) -> Walk:
        person = who_acts(session, system, by)
        targets = choosing.several(system, of or [])

        def take(known: QualitySystem, document: Document, raw: bytes) -> Step:
            _show_changes(known, document, targets, session.translate)
            return confirm(known, document, raw, targets, person, session.today)

        return Walk(take)

    walk(session, codes, asked, dry_run=dry_run, commit=commit)


def _show_changes(
    system: QualitySystem,
    document: Document,
    targets: tuple[Document, ...],
    translate: Translator,
) -> None:
    """Show what changed in each document cited: whoever confirms knows with what."""
    for stale in to_confirm(system, document, targets):
        console.aside(
            translate(
                _("{code}, version {version} ({since}): {change}"),
                code=stale.target.label,
                version=stale.version,
                since=stale.since or "…",
                change=stale.change or "…",
            )
        )
