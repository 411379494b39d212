"""Judges a platform against a referential (`design.md` §7); pure: what was read, at one date."""

from smq.coverage.assessing import assess, coverage_of, is_due
from smq.coverage.case import Case
from smq.coverage.faults import faults

__all__ = ["Case", "assess", "coverage_of", "faults", "is_due"]
