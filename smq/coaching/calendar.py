"""Days of sessions to come: three to four weeks apart, holidays stretch (`domain.md` (e))."""

from collections.abc import Iterator
from datetime import date, timedelta

from smq.lifecycle import add_months

EVERY = 28
"""Days between two sessions: programme text, one session every three to four weeks."""
SUPPORT = (12, 18)
"""Months of support after the letter: the usual and the longest."""
_HOLIDAYS = (((7, 14), (8, 25)), ((12, 19), (1, 4)))
"""(first, last) day as (month, day) of the summer and of the end of the year; both included."""


def days_after(first: date, until: date, every: int = EVERY) -> Iterator[date]:
    """Yield days after a first one, at most `until`; one in a holiday moves behind it.

    A moved day keeps the day of the week.
    """
    day = first
    while True:
        day = out_of_holidays(day + timedelta(days=every))
        if day > until:
            return
        yield day


def out_of_holidays(day: date) -> date:
    """Return the day itself, or the first one of the same day of the week behind a holiday."""
    while is_holiday(day):
        day += timedelta(days=7)
    return day


def is_holiday(day: date) -> bool:
    """Return whether a day lies in the summer break or that of the end of the year."""
    here = (day.month, day.day)
    return any(
        first <= here <= last if first <= last else here >= first or here <= last
        for first, last in _HOLIDAYS
    )


def end_of_support(engagement: date) -> date:
    """Return the last day of the longest support."""
    return add_months(engagement, SUPPORT[1])
