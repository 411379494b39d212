"""Decides which document keeps a code that several carry, and which one a mention means; pure."""

from smq.renumbering.attributing import meant
from smq.renumbering.keeping import Claim, Kept, Why, keeper, was_approved
from smq.renumbering.past import NOT_RECORDED, Past
from smq.renumbering.twins import original_of

__all__ = [
    "NOT_RECORDED",
    "Claim",
    "Kept",
    "Past",
    "Why",
    "keeper",
    "meant",
    "original_of",
    "was_approved",
]
