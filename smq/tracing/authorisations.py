"""Who may use an instrument alone on a day: authorisations, their end, their suspension."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from smq.lifecycle import add_months
from smq.model.table import Row
from smq.tracing.index import Index
from smq.tracing.spans import Span, Spans

ACCOMPANIED = "accompagne"


class Standing(StrEnum):
    """What an authorisation is worth on a day."""

    VALID = "valid"
    ACCOMPANIED = "accompanied"
    SUSPENDED = "suspended"
    OVER = "over"
    TO_COME = "to_come"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Authorisation:
    """What a user may do with an instrument on a day, and the row that says so (None: none)."""

    standing: Standing
    row: Row | None = None


class Authorisations:
    """The authorisations of a platform by user and instrument; read once."""

    def __init__(self, index: Index) -> None:
        """Take the rows of a platform."""
        found: dict[tuple[str, str], list[Row]] = {}
        for row in index.rows("habilitations"):
            found.setdefault(pair_of(row), []).append(row)
        self._rows = found
        self._spans = {pair: Spans(_spans(rows)) for pair, rows in found.items()}

    def on(self, user: str, equipment: str, day: date) -> Authorisation:
        """Return the authorisation that serves a user best on a day."""
        spans = self._spans.get((user, equipment))
        if spans is None:
            return Authorisation(Standing.NONE)
        limited: Authorisation | None = None
        for span in spans.covering(day):
            known = Authorisation(standing_of(span.row, day), span.row)
            if known.standing is Standing.VALID:
                return known
            if limited is None or known.standing is Standing.ACCOMPANIED:
                limited = known
        ended, coming = spans.ended(day), spans.coming(day)
        if limited is None and ended:
            return Authorisation(Standing.OVER, ended.row)
        if limited is None and coming:
            return Authorisation(Standing.TO_COME, coming.row)
        return limited or Authorisation(Standing.NONE)

    def pairs(self) -> tuple[tuple[Row, ...], ...]:
        """Return the authorisations of each user on each instrument, in the order of the table."""
        return tuple(tuple(rows) for rows in self._rows.values())


def _spans(rows: list[Row]) -> list[Span]:
    """Return when authorisations hold; one whose end is not known holds until it is."""
    return [
        Span(first, end_of(row) or date.max, row)
        for row in rows
        if (first := row.day("date_formation"))
    ]


def pair_of(row: Row) -> tuple[str, str]:
    """Return the user and the instrument that a row names."""
    return row.text("usager").strip(), row.text("equipement").strip()


def end_of(row: Row) -> date | None:
    """Return the last day of an authorisation: computed or written, else training and duration."""
    written = row.day("fin_validite")
    trained, months = row.day("date_formation"), row.value("duree_validite")
    if written is not None or trained is None or not isinstance(months, int):
        return written
    return add_months(trained, months)


def is_suspended(row: Row, day: date) -> bool:
    """Return whether an authorisation is suspended on a day; the day it is restored it is not."""
    since, until = row.day("suspension"), row.day("fin_suspension")
    return since is not None and since <= day and (until is None or day < until)


def standing_of(row: Row, day: date) -> Standing:
    """Return what an authorisation is worth on a day, its first and last days included."""
    trained, end = row.day("date_formation"), end_of(row)
    if trained is None or trained > day:
        return Standing.TO_COME
    if end is not None and end < day:
        return Standing.OVER
    if is_suspended(row, day):
        return Standing.SUSPENDED
    return Standing.ACCOMPANIED if row.value("niveau") == ACCOMPANIED else Standing.VALID
