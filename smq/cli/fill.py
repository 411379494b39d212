"""`smq fill`: walk through what is left to fill in, one place at a time."""

from typing import Annotated

import typer

from smq import files
from smq.cli import choosing, console, failures
from smq.cli.options import Code, DryRun
from smq.cli.place import expected, place_of
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.walk import Walk
from smq.i18n import Translator, _
from smq.load.names import with_names
from smq.model import Change
from smq.operations.fill import Filling


def command(
    context: typer.Context,
    code: Code,
    listed: Annotated[
        bool, typer.Option("--list", help=_("List what is left to fill in; ask nothing."))
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Walk through what is left to fill in, header then text, and write each answer.

    Enter or - skips, < goes back, ? explains, a dot or Ctrl-D stops; every answer is kept.
    After the last row of a table another one is asked for, its cells between semicolons.
    """
    session: Session = context.obj
    system = with_names(session.root, session.system())
    document = choosing.one(system, code)
    raw = files.read(session.root, document.path) or b""
    filling = Filling(system, document, raw)
    left = filling.left(session.translate.language)
    if listed:
        for blank in left:
            at = f"{document.path}:{blank.line}:{blank.column}"
            shown = expected(blank, session.translate)
            console.product(f"{at}: {place_of(blank, session.translate)}: {shown}")
    interrupted = False
    if left and not listed:
        interrupted = Walk(session, filling, dry_run=dry_run).run()
    if dry_run and filling.raw != raw:
        save(session, [Change(document.path, raw, filling.raw)], dry_run=True)
        filling.take_back(raw)
    _close(document.label, filling, session.translate)
    if interrupted:
        raise typer.Exit(failures.INTERRUPTED)


def _close(label: str, filling: Filling, say: Translator) -> None:
    """Say what is left, and what to type for it."""
    left = filling.left(say.language)
    people = [blank.place[0] for blank in left if blank.person]
    places = len(left) - len(people)
    if places:
        console.aside(
            say.plural(
                _("{document}: {count} place left to fill in. To go on: smq fill {document}"),
                _("{document}: {count} places left to fill in. To go on: smq fill {document}"),
                places,
                document=label,
            )
        )
    if people:
        words = " ".join(f'"{name}=…"' for name in people)
        console.aside(
            say(
                _("{document}: people are still to be named: smq set {document} {words}"),
                document=label,
                words=words,
            )
        )
    if not left:
        console.aside(
            say(_("{document}: nothing left to fill in. Next: smq check"), document=label)
        )
