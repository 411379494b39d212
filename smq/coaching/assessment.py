"""The self-assessment of the team: a road without support starts there (`domain.md` (e))."""

from dataclasses import dataclass
from datetime import date

from smq.lifecycle import add_months
from smq.model import Location, QualitySystem

AUDITS = "audits"
SELF = "autoeval"
"""Word of the column `type`."""
VALID = 12
"""Months for which a self-assessment counts: the label asks for one of the last twelve."""
USUAL = (10, 16)
"""Months after the letter between which the self-assessment is usually held."""


@dataclass(frozen=True, slots=True)
class SelfAssessment:
    """A self-assessment of the register of audits.

    Attributes:
        id: its number.
        planned: for which day, or None.
        held: when it took place, None when it did not yet.
        location: of its row.
    """

    id: str
    planned: date | None
    held: date | None
    location: Location | None = None

    @property
    def day(self) -> date | None:
        """Return when it took place, else when it is planned."""
        return self.held or self.planned


def self_assessment(system: QualitySystem) -> SelfAssessment | None:
    """Return the self-assessment from which the road starts.

    The last one held, as long as it counts; else the next one planned, else the one planned last
    and never held; None when there is none.
    """
    every = [
        SelfAssessment(row.key, row.day("date_prevue"), row.day("date"), row.at())
        for row in system.rows(AUDITS)
        if row.value("type") == SELF
    ]
    today = system.today
    held = [
        (one.held, one)
        for one in every
        if one.held and one.held <= today <= add_months(one.held, VALID)
    ]
    if held:
        return max(held, key=lambda pair: (pair[0], pair[1].id))[1]
    waiting = [(one.planned, one) for one in every if one.planned and one.held is None]
    ahead = [pair for pair in waiting if pair[0] >= today]
    if ahead:
        return min(ahead, key=lambda pair: (pair[0], pair[1].id))[1]
    return max(waiting, key=lambda pair: (pair[0], pair[1].id), default=(None, None))[1]
