"""Walks the chains that evaluators exercise, from any row and both ways. Pure."""

from functools import lru_cache

from smq.model import QualitySystem
from smq.tracing.finding import Hit, find
from smq.tracing.index import Index
from smq.tracing.walking import starts_of, trail_from, trails

__all__ = ["Hit", "Index", "find", "index", "starts_of", "trail_from", "trails"]


@lru_cache(maxsize=1)
def index(system: QualitySystem) -> Index:
    """Return the rows of a system by what they name; made once for each system."""
    return Index(system.registers)
