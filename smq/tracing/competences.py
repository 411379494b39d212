"""What a member of the staff is able to do with an instrument on a day."""

from bisect import bisect_right
from datetime import date

from smq.model.table import Row
from smq.tracing.index import Index

AUTONOMOUS = 2
TRAINER = 4
_EQUIPMENT = "equipement"


class Competences:
    """The evaluations of people on instruments; read once."""

    def __init__(self, index: Index) -> None:
        """Take the rows of a platform."""
        found: dict[tuple[str, str], list[tuple[date, int, int]]] = {}
        for row in index.rows("competences"):
            day, level = row.day("date_evaluation"), level_of(row)
            if day is None or level is None or row.value("nature") not in (_EQUIPMENT, None):
                continue
            key = row.text("personne").strip(), row.text("objet").strip()
            found.setdefault(key, []).append((day, row.line, level))
        self._evaluations = {key: sorted(listed) for key, listed in found.items()}

    def level(self, person: str, equipment: str, day: date) -> int | None:
        """Return the level of the last evaluation on or before a day, None when there is none."""
        known = self._evaluations.get((person, equipment), ())
        place = bisect_right(known, day, key=lambda evaluation: evaluation[0])
        return known[place - 1][2] if place else None

    def next(self, person: str, equipment: str, day: date, level: int) -> date | None:
        """Return the day after another on which a person reached a level, or None."""
        known = self._evaluations.get((person, equipment), ())
        place = bisect_right(known, day, key=lambda evaluation: evaluation[0])
        return next((since for since, _line, had in known[place:] if had >= level), None)


def level_of(row: Row) -> int | None:
    """Return the level of an evaluation, None when its word is no number.

    0 none, 1 accompanied, 2 autonomous, 3 referent, 4 trainer.
    """
    said = str(row.value("niveau") or "")
    return int(said) if said.isdecimal() else None
