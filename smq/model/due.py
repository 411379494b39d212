"""What comes due: where the kit finds dates in the tables, and the dates found."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from smq.model.location import Location

_HOLE = re.compile(r"\{([^\W\d]\w*)\}")


def columns_in(title: str) -> tuple[str, ...] | None:
    """Return the columns between the braces of a title; None when a brace holds none."""
    rest = _HOLE.sub("", title)
    return None if "{" in rest or "}" in rest else tuple(_HOLE.findall(title))


@dataclass(frozen=True, slots=True)
class DueSource:
    """Where dates stand in a table (an item of `referentiel/echeances.yaml`).

    Attributes:
        kind: word by which people choose dates of that sort (`habilitation`).
        table: whose rows are looked at.
        date: expression on a row; a whole number is a year, of which the last day counts.
        title: what is due, columns between braces.
        location: of the item.
        condition: on a row; where it does not hold, nothing is due.
        latest_by: columns; of the rows that say the same there, only the latest date counts.
        months: added to the date.
        person: column that names who sees to it, or None.
        warnings: days before the date at which people are told, the earliest first.
    """

    kind: str
    table: str
    date: str
    title: str
    location: Location
    condition: str | None = None
    latest_by: tuple[str, ...] = ()
    months: int = 0
    person: str | None = None
    warnings: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Due:
    """A date at which something is due.

    Attributes:
        date: the day.
        kind: word by which people choose dates of that sort.
        title: a msgid, or words of the kit; `values` fills what stands between braces.
        ref: what it is about: a code, `table:identifier`, a word of the settings.
        location: where the date stands.
        values: what fills the title.
        person: who sees to it, as written: an identifier or a name; None when nobody is named.
        name: how that person is shown, or None.
        areas: technical units (plateaux) that it concerns; empty = the whole platform.
        warnings: days before the date at which people are told, the earliest first.
    """

    date: date
    kind: str
    title: str
    ref: str
    location: Location
    values: Mapping[str, object] = field(default_factory=dict)
    person: str | None = None
    name: str | None = None
    areas: tuple[str, ...] = ()
    warnings: tuple[int, ...] = ()


def is_near(one: Due, today: date) -> bool:
    """Return whether the first warning of a date was given by a day."""
    return bool(one.warnings) and one.date - today <= timedelta(days=one.warnings[0])
