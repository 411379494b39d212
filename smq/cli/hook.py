"""`smq hook`: have git run `smq check` before it records and before it sends."""

from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer

from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import nearest
from smq.vcs.hook_script import EVENTS, Event

ACTIONS = ("list", "install", "remove")


class When(StrEnum):
    """Before what the check runs."""

    BOTH = "both"
    COMMIT = "commit"
    PUSH = "push"


def command(
    context: typer.Context,
    action: Annotated[
        str,
        typer.Argument(
            metavar="list|install|remove", help=_("What to do; the list when left out.")
        ),
    ] = "list",
    running: Annotated[
        str | None, typer.Argument(hidden=True, help=_("What git is about to do."))
    ] = None,
    when: Annotated[
        When,
        typer.Option(
            "--when", help=_("commit: before recording; push: before sending; both when left out.")
        ),
    ] = When.BOTH,
    dry_run: DryRun = False,
) -> None:
    """Have smq check what git is about to record or to send, and stop it at an error.

    `smq hook install` puts a small program of git's own sort, a hook, in this copy of the platform:
    before recording, the fault is still fresh; before sending, what was recorded without a check,
    or joined from two sides, is looked at before colleagues get it. Other copies keep theirs: each
    person installs it once.

    What is checked is what would be recorded or sent, not what is still being written beside it;
    faults that were there before stop nothing. In an emergency, `smq hook remove` lets everything
    pass. A hook of another program is never touched.
    """
    session: Session = context.obj
    if action == "run":
        # What the hook itself calls; people have `smq check`.
        from smq.cli.hook_run import run

        run(session, _event(running))
        return
    if action not in ACTIONS or running is not None:
        near = nearest(action, ACTIONS)
        raise SmqError(
            _("«{words}» cannot be done with hooks."),
            _("Nearest: smq hook {near}") if near else _("Write: smq hook {all}"),
            words=f"{action} {running or ''}".strip(),
            near=near or "",
            all="|".join(ACTIONS),
        )
    chosen = tuple(event for event in EVENTS if when in (When.BOTH, event.word))
    module = import_module("smq.cli.hook_install")
    if action == "list":
        module.show(session)
    elif action == "install":
        module.install(session, chosen, dry_run=dry_run)
    else:
        module.remove(session, chosen, dry_run=dry_run)


def _event(word: str | None) -> Event:
    for event in EVENTS:
        if event.word == word:
            return event
    raise SmqError(_("A hook runs before commit or before push, not before «{word}»."), word=word)
