"""Gathers what comes due: dates of the tables, of documents, of the label. Pure.

Each module below is one source: a function `dates` from the system to the dates it knows.
"""

from smq.agenda import derogations, expectations, label, reviews, rows
from smq.model import QualitySystem
from smq.model.due import Due

__all__ = ["due", "kinds"]

_SOURCES = (rows.dates, expectations.dates, label.dates, reviews.dates, derogations.dates)
_OWN_KINDS = (expectations.KIND, label.KIND, reviews.KIND, derogations.KIND)


def due(system: QualitySystem) -> tuple[Due, ...]:
    """Return every date at which something is due, past ones too, the earliest first.

    What is said twice of the same day is kept once, as it was said first: thirty prices voted
    together are one revision, and a session that two rows announce is one session.
    """
    found: dict[tuple[object, ...], Due] = {}
    for dates in _SOURCES:
        for one in dates(system):
            values = tuple(sorted((name, str(value)) for name, value in one.values.items()))
            found.setdefault((one.date, one.kind, one.title, values), one)
    return tuple(sorted(found.values(), key=_order))


def kinds(system: QualitySystem) -> tuple[str, ...]:
    """Return the words by which sorts of dates are chosen, sorted."""
    return tuple(sorted({*_OWN_KINDS, *(source.kind for source in system.due_sources)}))


def _order(one: Due) -> tuple[object, ...]:
    return one.date, one.kind, one.ref, one.title
