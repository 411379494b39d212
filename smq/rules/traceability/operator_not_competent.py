"""An analysis was done by somebody of whom nothing says that they could use the instrument.

Why: the result is worth what the operator could do that day; the evaluator asks for the evaluation
or the authorisation, dated before the measurement.

Wrong:
    registres/analyses.csv
    id;demande;operateur;equipement;date_debut;statut
    PST-2027-0001;DEM-2027-0001;P03;RAM-001;2025-12-15;close

Fix: write the evaluation that was made before the analysis; a new evaluation is a new row, the old
one stays. A user who operates needs an authorisation.
Source: working referential of the label (unofficial): T04, an operator competent at that date.
"""

from collections.abc import Iterator
from datetime import date

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.authorisations import Authorisations, Standing
from smq.tracing.competences import AUTONOMOUS, Competences
from smq.tracing.index import cited
from smq.tracing.kept import keeps
from smq.tracing.work import analyses

rule = Rule(
    __name__,
    "TRC004",
    _("Nothing says that {person} could use {equipment} alone on {begun}, when {analysis} began."),
    hint=_("Write the evaluation made before that day: smq register add competences"),
)
_LEVEL = _("{person} had the level {level} on {equipment} on {begun}, when {analysis} began.")
_LEVEL_HINT = _("Level 2 is asked; when it had been reached, write that evaluation in a new row.")
_LATER = _(
    "{person} was found able to use {equipment} alone on {since} only; {analysis} began on {begun}."
)
_LATER_HINT = _("When an earlier evaluation exists, write it in a row of its own.")
_USER = _("{person} had no valid authorisation on {equipment} on {begun}, when {analysis} began.")
_USER_HINT = _("Write the authorisation that held that day: smq register add habilitations")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield each instrument that an operator was not known to master."""
    index = tracing.index(system)
    if not keeps(index, "analyses", "operateur", "equipement", "date_debut"):
        return
    staff = keeps(index, "competences", "personne", "objet", "niveau", "date_evaluation")
    users = keeps(index, "habilitations", "usager", "equipement", "date_formation")
    competences, authorisations = Competences(index), Authorisations(index)
    for analysis, begun in analyses(index):
        person = analysis.text("operateur").strip()
        is_user = index.row("usagers", person) and not index.row("personnels", person)
        for equipment in cited(analysis, "equipement") if person else ():
            if is_user and users:
                known = authorisations.on(person, equipment, begun)
                if known.standing is not Standing.VALID:
                    yield _finding(analysis, begun, equipment, _USER, _USER_HINT)
            elif staff and not is_user:
                yield from _of_staff(analysis, begun, equipment, competences)


def _of_staff(
    analysis: Row, begun: date, equipment: str, competences: Competences
) -> Iterator[Finding]:
    person = analysis.text("operateur").strip()
    level = competences.level(person, equipment, begun)
    if level is not None and level >= AUTONOMOUS:
        return
    since = competences.next(person, equipment, begun, AUTONOMOUS)
    if since is not None:
        yield _finding(analysis, begun, equipment, _LATER, _LATER_HINT, since=since)
    elif level is not None:
        yield _finding(analysis, begun, equipment, _LEVEL, _LEVEL_HINT, level=level)
    else:
        yield _finding(analysis, begun, equipment)


def _finding(
    analysis: Row,
    begun: date,
    equipment: str,
    message: str | None = None,
    hint: str | None = None,
    since: date | None = None,
    level: int | None = None,
) -> Finding:
    return rule.finding(
        analysis.at("operateur"),
        message=message,
        hint=hint,
        analysis=name_of(analysis),
        begun=begun,
        equipment=equipment,
        person=analysis.text("operateur").strip(),
        since=since,
        level=level,
    )
