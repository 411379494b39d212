"""Whether the last calibration or verification of an instrument covers a day."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from smq.model.table import Row
from smq.tracing.index import Index

CRITICAL = "critique"
_KINDS = ("etalonnage", "verification")
_BAD = "non_conforme"


@dataclass(frozen=True, slots=True)
class Calibration:
    """What was known of an instrument on a day.

    Attributes:
        until: last day that a good calibration covers, None when none covers any.
        last: the last calibration or verification, good or bad; None when there was none.
    """

    until: date | None = None
    last: Row | None = None

    @property
    def refused(self) -> bool:
        """Return whether the last one found the instrument out of order."""
        return self.last is not None and self.last.value("resultat") == _BAD

    def covers(self, day: date) -> bool:
        """Return whether a measurement of a day is covered."""
        return self.until is not None and day <= self.until


class Calibrations:
    """The calibrations and verifications of each instrument, in time; read once."""

    def __init__(self, index: Index) -> None:
        """Take the rows of a platform."""
        found: dict[str, list[tuple[date, bool, int, Row]]] = {}
        for row in index.rows("interventions"):
            day = row.day("date")
            if day is not None and row.value("type") in _KINDS:
                good = row.value("resultat") != _BAD
                # What was found bad and put right the same day is good.
                found.setdefault(row.text("equipement").strip(), []).append(
                    (day, good, row.line, row)
                )
        self._known = {equipment: _in_time(rows) for equipment, rows in found.items()}

    def on(self, equipment: str, day: date) -> Calibration:
        """Return what was known of an instrument on a day."""
        known = self._known.get(equipment, ())
        place = bisect_right(known, day, key=lambda state: state[0])
        return known[place - 1][1] if place else Calibration()


def _in_time(rows: list[tuple[date, bool, int, Row]]) -> tuple[tuple[date, Calibration], ...]:
    """Return what is known from each event on: a bad one ends what good ones before it covered."""
    states: list[tuple[date, Calibration]] = []
    until: date | None = None
    for day, good, _line, row in sorted(rows, key=lambda event: event[:3]):
        end = row.day("valable_jusqu") if good else None
        if not good:
            until = None
        elif end is not None:
            until = max(until or end, end)
        states.append((day, Calibration(until, row)))
    return tuple(states)
