"""An analysis used an instrument whose data are in no list, or does not say where its data are.

Why: the label asks for the list of the data that each instrument produces, with their storage; a
result whose files cannot be found cannot be checked.

Wrong:
    registres/analyses.csv
    id;demande;operateur;equipement;date_debut;statut
    PST-2027-0001;DEM-2027-0001;P03;RAM-001|IRT-001;2027-02-22;close

Fix: add a row to «donnees» for each instrument; write in the analysis the folder of its files.
Source: working referential of the label (unofficial): T09; the list of data and their storage.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.index import cited
from smq.tracing.kept import keeps
from smq.tracing.work import analyses

rule = Rule(
    __name__,
    "TRC009",
    _("{equipment}, used by {analysis}, has no row in the list of data."),
    hint=_("Say what it produces and where that is kept: smq register add donnees"),
)
_EMPTY = _("{analysis} does not say where its data are.")
_EMPTY_HINT = _("Write the folder of its files in «{column}».")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield each instrument without a row of data, once, and the analyses without a place."""
    index = tracing.index(system)
    if keeps(index, "analyses", "equipement", "date_debut") and keeps(
        index, "donnees", "equipement"
    ):
        yield from _unlisted(index)
    register = index.register("analyses")
    column = register.schema.column("donnees") if register else None
    # A required cell that is empty has a finding of its own.
    if column is None or column.required or not keeps(index, "analyses", "donnees"):
        return
    for analysis, _begun in analyses(index):
        if not cited(analysis, "donnees"):
            yield rule.finding(
                analysis.at("donnees"),
                message=_EMPTY,
                hint=_EMPTY_HINT,
                analysis=name_of(analysis),
                column=column.label,
            )


def _unlisted(index: Index) -> Iterator[Finding]:
    told: set[str] = set()
    for analysis, _begun in analyses(index):
        for equipment in cited(analysis, "equipement"):
            known = equipment in told or index.naming("donnees", "equipement", equipment)
            # An instrument that no inventory holds is a reference that leads nowhere.
            if not known and index.row("equipements", equipment):
                told.add(equipment)
                yield rule.finding(
                    analysis.at("equipement"), equipment=equipment, analysis=name_of(analysis)
                )
