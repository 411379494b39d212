"""An instrument was used while the registers say that it was broken down or withdrawn.

Why: either the measurement was made on a defective instrument, or the register of interventions
lacks the repair; both make the dossier doubtful.

Wrong:
    registres/interventions.csv
    id;equipement;type;date;description;intervenant;resultat;remise_en_service
    INT-2027-0001;RAM-001;panne;2027-02-15;Filtre fendu;P02;non_conforme;

Fix: write in the row of the breakdown, or of the repair, when the instrument came back into
service; correct the date of the measurement when that one is wrong. Leave true dates, and open a
nonconformity for what was measured.
Source: working referential of the label (unofficial): T06, the instrument was in service.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.availability import Availability, Breakdown
from smq.tracing.index import cited
from smq.tracing.kept import keeps
from smq.tracing.work import analyses, uses

rule = Rule(
    __name__,
    "TRC006",
    _(
        "{row} used {equipment} on {day}; it broke down on {first} ({breakdown}) and came back on"
        " {last}."
    ),
    hint=_("Correct a date that is wrong; leave a true one, and open a nonconformity."),
    severity=Severity.WARNING,
)
_OPEN = _(
    "Nothing says when {equipment} came back into service after {breakdown}; {row} used it on"
    " {day}."
)
_OPEN_HINT = _("Write the date in «remise_en_service», here or in the row of the repair.")
_WITHDRAWN = _("{row} used {equipment} on {day}; it had been withdrawn on {first}.")
_WITHDRAWN_HINT = _("Correct the instrument, or the date that is wrong.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the analyses and uses of an instrument that was not there to be used."""
    index = tracing.index(system)
    if not keeps(index, "interventions", "equipement", "type", "date"):
        return
    availability = Availability(index)
    told: set[tuple[str, str]] = set()
    for row, day in chain(analyses(index), uses(index)):
        for equipment in cited(row, "equipement"):
            withdrawn = availability.withdrawn(equipment)
            if withdrawn and withdrawn < day:
                yield _withdrawn(row, day, equipment, withdrawn)
                continue
            breakdown = availability.breakdown(equipment, day)
            if breakdown and breakdown.last is not None:
                yield _broken(row, day, equipment, breakdown)
            elif breakdown and (equipment, name_of(breakdown.row)) not in told:
                # A repair that nobody wrote down is one omission, however often it was used since.
                told.add((equipment, name_of(breakdown.row)))
                yield _never_back(row, day, equipment, breakdown)


def _withdrawn(row: Row, day: date, equipment: str, withdrawn: date) -> Finding:
    return rule.finding(
        row.at("equipement"),
        message=_WITHDRAWN,
        hint=_WITHDRAWN_HINT,
        row=name_of(row),
        equipment=equipment,
        day=day,
        first=withdrawn,
    )


def _broken(row: Row, day: date, equipment: str, breakdown: Breakdown) -> Finding:
    return rule.finding(
        row.at("equipement"),
        row=name_of(row),
        equipment=equipment,
        day=day,
        breakdown=name_of(breakdown.row),
        first=breakdown.first,
        last=breakdown.last,
    )


def _never_back(row: Row, day: date, equipment: str, breakdown: Breakdown) -> Finding:
    return rule.finding(
        breakdown.row.at("remise_en_service"),
        message=_OPEN,
        hint=_OPEN_HINT,
        row=name_of(row),
        equipment=equipment,
        day=day,
        breakdown=name_of(breakdown.row),
    )
