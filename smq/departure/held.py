"""One thing that is attached to a person, and where the name of a successor would go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from smq.model import Location


class Fate(StrEnum):
    """What becomes of a thing when the person leaves."""

    HANDED = "handed"
    """Somebody takes it over."""
    ENDS = "ends"
    """It ends with the person: an authorisation, a visa that is still awaited."""
    KEPT = "kept"
    """It stays as it is: what the person did is not done by anybody else."""


@dataclass(frozen=True, slots=True)
class SettingSpot:
    """A person named in a list of `smq.yaml`: key of the item, its word, and the field."""

    section: str
    key: str
    word: str
    field: str


@dataclass(frozen=True, slots=True)
class RoleSpot:
    """A role of `personnes` in `smq.yaml`."""

    role: str


@dataclass(frozen=True, slots=True)
class FieldSpot:
    """A person named in the header of a document: its path and our name of the field."""

    path: str
    field: str


@dataclass(frozen=True, slots=True)
class CellSpot:
    """A person named in a cell of a register."""

    table: str
    key: str
    column: str


Spot = SettingSpot | RoleSpot | FieldSpot | CellSpot


@dataclass(frozen=True, slots=True)
class Held:
    """What a person holds.

    Attributes:
        group: msgid of the heading under which it is listed.
        title: msgid of what it is; `values` fills it.
        fate: what becomes of it.
        location: where it is written.
        spot: where a successor would be written, None when nobody is.
        values: of the title.
    """

    group: str
    title: str
    fate: Fate
    location: Location
    spot: Spot | None = None
    values: Mapping[str, object] = field(default_factory=dict)
