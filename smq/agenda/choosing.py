"""Chooses among what comes due: a span of days, sorts, a person, a technical unit."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from smq.lifecycle import same_person
from smq.model import Settings
from smq.model.due import Due, is_near
from smq.model.people import name_words


@dataclass(frozen=True, slots=True)
class Span:
    """Which days are looked at.

    Attributes:
        today: the date at which everything is judged.
        first: day before which nothing is shown; None = what is overdue is shown, however old.
        last: day after which nothing is shown.
        near: later dates are shown too once their first warning was given.
        overdue: only what is overdue.
    """

    today: date
    last: date
    first: date | None = None
    near: bool = False
    overdue: bool = False

    def holds(self, one: Due) -> bool:
        """Return whether a date is shown."""
        if self.first is not None and one.date < self.first:
            return False
        if self.overdue:
            return one.date < self.today
        return one.date <= self.last or (self.near and is_near(one, self.today))


def of_kinds(dates: Iterable[Due], kinds: Iterable[str]) -> tuple[Due, ...]:
    """Return the dates of these sorts."""
    wanted = frozenset(kinds)
    return tuple(one for one in dates if one.kind in wanted)


def of_person(dates: Iterable[Due], word: str, settings: Settings) -> tuple[Due, ...]:
    """Return what a person sees to, named by identifier or by name in any order of its words."""
    words = name_words(word)
    return tuple(
        one
        for one in dates
        if same_person(one.person, word, settings)
        or (words and name_words(one.name or "") == words)
    )


def of_area(dates: Iterable[Due], name: str) -> tuple[Due, ...]:
    """Return the dates of a technical unit; those of the whole platform are left out."""
    wanted = name.casefold()
    return tuple(one for one in dates if wanted in (area.casefold() for area in one.areas))
