"""Judges a platform against a referential (`design.md` §7); pure: what was read, at one date."""

from smq.coverage.assessing import assess, awaiting_answer, coverage_of, is_due
from smq.coverage.case import Case
from smq.coverage.faults import faults
from smq.coverage.unasked import unasked

__all__ = ["Case", "assess", "awaiting_answer", "coverage_of", "faults", "is_due", "unasked"]
