"""Whether an instrument was broken down or withdrawn on a day."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from smq.model.table import Row
from smq.tracing.index import Index

_BREAKDOWN = "panne"
_WITHDRAWAL = "reforme"
_REPAIRS = ("corrective", "etalonnage", "verification")
_BAD = "non_conforme"


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A time out of order: from the breakdown to the return to service, None while it lasts."""

    row: Row
    first: date
    last: date | None = None


class Availability:
    """When instruments were out of order or withdrawn; read once."""

    def __init__(self, index: Index) -> None:
        """Take the rows of a platform."""
        self._index = index
        found: dict[str, list[tuple[date, int, Row]]] = {}
        for row in index.rows("interventions"):
            day = row.day("date")
            if day is not None:
                found.setdefault(row.text("equipement").strip(), []).append((day, row.line, row))
        ordered = {name: sorted(rows, key=lambda event: event[:2]) for name, rows in found.items()}
        self._breakdowns = {name: _breakdowns(rows) for name, rows in ordered.items()}
        self._withdrawn = {name: _withdrawal(rows) for name, rows in ordered.items()}

    def breakdown(self, equipment: str, day: date) -> Breakdown | None:
        """Return the breakdown that a day falls in; the days it begins and ends are days of use."""
        known = self._breakdowns.get(equipment, ())
        place = bisect_left(known, day, key=lambda breakdown: breakdown.first)
        last = known[place - 1] if place else None
        return last if last and (last.last is None or day < last.last) else None

    def withdrawn(self, equipment: str) -> date | None:
        """Return the day on which an instrument was withdrawn, None when it was not."""
        row = self._index.row("equipements", equipment)
        said = row.day("date_reforme") if row else None
        return said or self._withdrawn.get(equipment)


def _breakdowns(rows: list[tuple[date, int, Row]]) -> tuple[Breakdown, ...]:
    """Return the breakdowns of an instrument in time; a second before the repair is the same."""
    found: list[Breakdown] = []
    broken: tuple[Row, date] | None = None
    for day, _line, row in rows:
        if broken is None and row.value("type") == _BREAKDOWN:
            broken = row, day
        back = _back(row, day) if broken else None
        if broken and back:
            found.append(Breakdown(*broken, back))
            broken = None
    if broken:
        found.append(Breakdown(*broken))
    return tuple(found)


def _back(row: Row, day: date) -> date | None:
    """Return the day on which a row puts an instrument back in service, or None."""
    said = row.day("remise_en_service")
    if said is not None:
        return max(said, day)
    repaired = row.value("type") in _REPAIRS and row.value("resultat") != _BAD
    return day if repaired else None


def _withdrawal(rows: list[tuple[date, int, Row]]) -> date | None:
    return next((day for day, _line, row in rows if row.value("type") == _WITHDRAWAL), None)
