"""An analysis used a critical measuring instrument outside the validity of its calibration.

Why: nothing vouches for the values measured that day, and reports already sent may have to be
corrected.

Wrong:
    registres/analyses.csv
    id;demande;operateur;equipement;date_debut;statut
    PST-2027-0001;DEM-2027-0001;P03;RAM-001;2026-12-14;close

Fix: write the calibration or verification that covered the day, with the date until which it holds;
when there was none, open a nonconformity for the analyses concerned.
Source: ISO 9001:2015, 7.1.5; working referential of the label (unofficial): T05.
"""

from collections.abc import Iterator
from datetime import date

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.calibrations import CRITICAL, Calibration, Calibrations
from smq.tracing.index import cited
from smq.tracing.kept import keeps
from smq.tracing.work import analyses

rule = Rule(
    __name__,
    "TRC005",
    _("{equipment} had no calibration or verification before {begun}, when {analysis} began."),
    hint=_("Write the one that covered that day: smq register add interventions"),
)
_OVER = _(
    "{analysis} began on {begun}; the last calibration or verification of {equipment}, {last},"
    " was valid until {until}."
)
_OPEN = _(
    "{analysis} began on {begun}; {last}, the last calibration or verification of {equipment},"
    " does not say until when it is valid."
)
_OPEN_HINT = _("Write the date in {last}.")
_REFUSED = _("{analysis} began on {begun}; {last} had found {equipment} out of order.")
_REFUSED_HINT = _(
    "Write the calibration or verification that followed the repair; without one, open a"
    " nonconformity."
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield each critical instrument of an analysis that no calibration covered."""
    index = tracing.index(system)
    if (
        not keeps(index, "analyses", "equipement", "date_debut")
        or not keeps(index, "equipements", "metrologie")
        or not keeps(index, "interventions", "equipement", "type", "date", "valable_jusqu")
    ):
        return
    critical = {row.key for row in index.rows("equipements") if row.value("metrologie") == CRITICAL}
    calibrations = Calibrations(index)
    for analysis, begun in analyses(index):
        for equipment in cited(analysis, "equipement"):
            known = calibrations.on(equipment, begun) if equipment in critical else None
            if known and not known.covers(begun):
                yield _finding(analysis, begun, equipment, known)


def _finding(analysis: Row, begun: date, equipment: str, known: Calibration) -> Finding:
    message, hint = None, None
    if known.refused:
        message, hint = _REFUSED, _REFUSED_HINT
    elif known.until is not None:
        message = _OVER
    elif known.last is not None:
        message, hint = _OPEN, _OPEN_HINT
    return rule.finding(
        analysis.at("equipement"),
        message=message,
        hint=hint,
        analysis=name_of(analysis),
        begun=begun,
        equipment=equipment,
        last=name_of(known.last) if known.last else "",
        until=known.until or "",
    )
