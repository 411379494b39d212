"""Somebody used an instrument with a risk without the safety attestation that it asks for.

Why: the attestation protects people first; it is also what the inspector and the evaluator ask for
after an accident.

Wrong:
    registres/usages.csv
    id;usager;equipement;debut;fin;accompagnant
    USG-2026-00001;U001;RAM-001;2026-09-15;2026-09-15;P02

Fix: write the attestation that the user held that day; when there was none, close the access until
the training. A companion does not replace it.
Source: working referential of the label (unofficial): T18, the safety attestation of the day.
"""

from collections.abc import Iterator
from datetime import date

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.attestations import Attestations
from smq.tracing.authorisations import pair_of
from smq.tracing.kept import keeps
from smq.tracing.work import uses

rule = Rule(
    __name__,
    "TRC018",
    _("{use}, on {day}: {user} had no attestation «{type}», which {equipment} asks for."),
    hint=_("Write the attestation: smq register add attestations"),
)
_OVER = _("{use}, on {day}: the attestation {attestation} of {user} («{type}») ended on {end}.")
_OVER_HINT = _("Write the one that followed: smq register add attestations")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield each attestation that a user of an instrument did not hold that day."""
    index = tracing.index(system)
    if (
        not keeps(index, "usages", "usager", "equipement", "debut")
        or not keeps(index, "equipements", "risques")
        or not keeps(index, "attestations", "usager", "type", "valable_jusqu")
    ):
        return
    attestations = Attestations(index)
    for use, day in uses(index):
        user, equipment = pair_of(use)
        for type_ in attestations.asked_by(equipment) if user else ():
            if not attestations.holds(user, type_, day):
                yield _finding(use, day, type_, attestations.last(user, type_, day), index)


def _finding(use: Row, day: date, type_: str, last: Row | None, index: Index) -> Finding:
    user, equipment = pair_of(use)
    register = index.register("attestations")
    column = register.schema.column("type") if register else None
    return rule.finding(
        use.at("debut"),
        message=_OVER if last else None,
        hint=_OVER_HINT if last else None,
        use=name_of(use),
        day=day,
        user=user,
        equipment=equipment,
        type=column.shown(type_) if column else type_,
        attestation=name_of(last) if last else "",
        end=last.day("valable_jusqu") if last else None,
    )
