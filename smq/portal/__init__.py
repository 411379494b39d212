"""Gathers the sheet of the portal Plug in labs Lorraine from what a platform holds. Pure."""

from smq.portal.sheet import TEMPLATE, missing, sheet

__all__ = ["TEMPLATE", "missing", "sheet"]
