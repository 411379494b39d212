"""An authorisation was given by somebody who was not a trainer on that instrument that day.

Why: the second exercise of the evaluators asks who trained the user, and what gave that person the
right to do so.

Wrong:
    registres/habilitations.csv
    id;usager;equipement;date_formation;formateur;niveau;duree_validite
    HAB-2026-0001;U001;RAM-001;2026-12-10;P03;autonome;12

Fix: write the evaluation that made the trainer one («formateur», level 4) with its date, or correct
the name; the person responsible for the instrument, now or before, may always train.
Source: working referential of the label (unofficial): T15, the trainer was one at that date.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.authorisations import pair_of
from smq.tracing.competences import TRAINER, Competences
from smq.tracing.kept import keeps

rule = Rule(
    __name__,
    "TRC015",
    _(
        "{authorisation}: on {day}, {trainer} was neither a trainer on {equipment} nor responsible"
        " for it."
    ),
    hint=_("Write the evaluation at level 4 made before that day, or correct the trainer."),
)
_LATER = _("{authorisation} is of {day}; {trainer} became a trainer on {equipment} on {since}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the authorisations whose trainer was not one at that date."""
    index = tracing.index(system)
    if (
        not keeps(index, "habilitations", "equipement", "formateur", "date_formation")
        or not keeps(index, "competences", "personne", "objet", "niveau", "date_evaluation")
        or not keeps(index, "equipements", "responsable")
    ):
        return
    competences = Competences(index)
    for row in index.rows("habilitations"):
        day, trainer = row.day("date_formation"), row.text("formateur").strip()
        _user, equipment = pair_of(row)
        owned = index.row("equipements", equipment)
        if not day or not trainer or not owned or trainer in _responsible(owned):
            continue
        if (competences.level(trainer, equipment, day) or 0) < TRAINER:
            since = competences.next(trainer, equipment, day, TRAINER)
            yield rule.finding(
                row.at("formateur"),
                message=_LATER if since else None,
                authorisation=name_of(row),
                day=day,
                trainer=trainer,
                equipment=equipment,
                since=since,
            )


def _responsible(equipment: Row) -> tuple[str, ...]:
    """Return who answers for an instrument, and who did before."""
    return equipment.text("responsable").strip(), *equipment.texts("anciens_responsables")
