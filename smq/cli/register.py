"""`smq register`: list, check, add, tidy and sync the tables of a platform."""

from importlib import import_module
from typing import Annotated

import typer

from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import nearest

ACTIONS = ("list", "check", "add", "tidy", "sync")


def command(
    context: typer.Context,
    action: Annotated[
        str,
        typer.Argument(
            metavar="list|check|add|tidy|sync", help=_("What to do; the list when left out.")
        ),
    ] = "list",
    table: Annotated[
        str | None, typer.Argument(metavar=_("TABLE"), help=_("For example demandes."))
    ] = None,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=_("COLUMN=VALUE…"),
            help=_("With add: what the row holds; without, each column is asked for."),
        ),
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """List the registers, check them, add a row, or put a table back in form.

    `smq register list` shows each table with its rows; `check` lists the faults of all tables, or
    of one. `add TABLE` gives the next identifier and writes the row at its place; a date is typed
    20/02/2027.

    `tidy TABLE` rewrites a CSV that Excel saved: dates, separators, accents, empty rows. `sync`
    takes a dated copy of the originals that lie outside the folder (`depuis` in smq.yaml).
    """
    session: Session = context.obj
    if action not in ACTIONS:
        near = nearest(action, ACTIONS)
        raise SmqError(
            _("«{action}» cannot be done with a register."),
            _("Nearest: smq register {near}") if near else _("Write: smq register {all}"),
            action=action,
            near=near or "",
            all="|".join(ACTIONS),
        )
    if words and action != "add":
        raise SmqError(
            _("«{word}» is a word too many: smq register {action} takes one table at most."),
            _("All about it: smq register --help"),
            word=words[0],
            action=action,
        )
    # Each action is a file; only the one asked for is loaded.
    run = import_module(f"smq.cli.register_{action}").run
    if action == "add":
        run(session, table, words or [], dry_run=dry_run)
    elif action in ("tidy", "sync"):
        run(session, table, dry_run=dry_run)
    else:
        run(session, table)
