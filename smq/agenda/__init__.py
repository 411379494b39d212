"""Gathers what comes due: dates of the tables, of documents, of the label. Pure.

Each module below is one source: a function `dates` from the system to the dates it knows.
"""

from smq.agenda import derogations, expectations, label, reviews, rows
from smq.coaching.reading import EXPECTATIONS, MILESTONES
from smq.expressions import understood
from smq.model import QualitySystem
from smq.model.due import Due
from smq.registers.unreadable import UnreadableDate, unreadable_dates

__all__ = ["due", "kinds", "unreadable"]

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


def unreadable(system: QualitySystem) -> tuple[UnreadableDate, ...]:
    """Return the cells that announce a date and say none that exists, by place."""
    columns: dict[str, set[str]] = {
        MILESTONES: {"date_prevue", "date_reelle"},
        EXPECTATIONS: {"echeance"},
    }
    for source in system.due_sources:
        columns.setdefault(source.table, set()).update(understood(source.date).words)
    found = [
        cell
        for table, names in columns.items()
        if (register := system.registers.get(table)) is not None
        for cell in unreadable_dates(register, names)
    ]
    return tuple(sorted(found, key=lambda cell: (cell.location.path, cell.location.line or 0)))


def kinds(system: QualitySystem) -> tuple[str, ...]:
    """Return the words by which sorts of dates are chosen, sorted."""
    return tuple(sorted({*_OWN_KINDS, *(source.kind for source in system.due_sources)}))


def _order(one: Due) -> tuple[object, ...]:
    return one.date, one.kind, one.ref, one.title
