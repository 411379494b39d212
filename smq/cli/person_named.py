"""Who acts: the person named with `--by`, else the one whose address git has here."""

from typing import Annotated

import typer

from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import Person, QualitySystem
from smq.operations.people import known_person, with_address
from smq.vcs import git_folder, identity

By = Annotated[
    str | None,
    typer.Option(
        "--by",
        metavar=_("PERSON"),
        help=_("Who decides it: identifier or name; else the person whose address git has."),
    ),
]


def at_keyboard(session: Session, system: QualitySystem) -> Person | None:
    """Return the person whose address git has here, None when none is known."""
    # Git is started only where the settings know an address.
    if not any(p.git for p in system.settings.people):
        return None
    try:
        who = identity(session.root)
    except SmqError:
        return None
    return with_address(system.settings, who.email) if who else None


def who_acts(session: Session, system: QualitySystem, typed: str | None) -> Person:
    """Return the person who acts.

    Raises:
        SmqError: nobody is named, and git does not know who is at the keyboard.
    """
    if typed:
        return known_person(system.settings, "--by", typed)
    # What somebody decides is shown by a commit; without a repository they are named.
    here = at_keyboard(session, system) if git_folder(session.root) else None
    if here is None:
        raise SmqError(
            _("Who decides it is not said, and git does not know you here."),
            _("Name the person: --by; addresses of git stand under «personnes» in smq.yaml."),
        )
    return here
