"""The departure of a person: all that is attached to them, and what a successor can take. Pure."""

from smq.departure.attached import attached
from smq.departure.held import CellSpot, Fate, FieldSpot, Held, RoleSpot, SettingSpot, Spot

__all__ = ["CellSpot", "Fate", "FieldSpot", "Held", "RoleSpot", "SettingSpot", "Spot", "attached"]
