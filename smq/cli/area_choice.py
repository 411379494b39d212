"""Which technical unit (*plateau*) a command looks at."""

from typing import Annotated

import typer

from smq.errors import SmqError
from smq.evaluation.areas import of_area
from smq.i18n import _
from smq.model import QualitySystem, nearest

Area = Annotated[
    str | None,
    typer.Option("--plateau", metavar=_("NAME"), help=_("Only what this technical unit concerns.")),
]


def chosen_area(system: QualitySystem, typed: str | None) -> str | None:
    """Return the technical unit that a word names, None for none.

    Raises:
        SmqError: the platform has no such unit.
    """
    if typed is None:
        return None
    known = tuple(area.name for area in system.settings.areas)
    found = next((name for name in known if name.casefold() == typed.strip().casefold()), None)
    if found is not None:
        return found
    near = nearest(typed, known)
    raise SmqError(
        _("«{word}» is no technical unit of this platform."),
        (_("Nearest: {near}.") if near else _("They are: {known}."))
        if known
        else _("smq.yaml names none under «plateaux»."),
        word=typed,
        near=near or "",
        known=", ".join(known),
    )


def at_area(system: QualitySystem, typed: str | None) -> QualitySystem:
    """Return a platform without what is about other technical units only.

    Raises:
        SmqError: the platform has no such unit.
    """
    return of_area(system, chosen_area(system, typed))
