"""A closed analysis does not say in what state samples came, or what became of them.

Why: samples belong to the user; at the end of a dossier the evaluator asks where they are, or the
day on which they were returned or destroyed.

Wrong:
    registres/analyses.csv
    id;demande;operateur;equipement;date_debut;etat_echantillons;sort_echantillons;statut
    PST-2027-0001;DEM-2027-0001;P03;RAM-001;2027-02-22;conforme;;close

Fix: fill the columns in; an analysis without samples says «sans objet».
Source: working referential of the label (unofficial): T08, the state and the return of samples.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.kept import keeps
from smq.tracing.work import CLOSED

rule = Rule(
    __name__,
    "TRC008",
    _("{analysis} is closed; left empty on its samples: {columns}."),
    hint=_("Fill it in; without samples, write «sans_objet»."),
    severity=Severity.WARNING,
)
_STATE, _OUTCOME, _DAY = "etat_echantillons", "sort_echantillons", "date_restitution"
_NONE = "sans_objet"
_DATED = ("rendus", "elimines")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the closed analyses whose samples are not accounted for."""
    index = tracing.index(system)
    register = index.register("analyses")
    if register is None or not keeps(index, "analyses", "statut"):
        return
    kept = [name for name in (_STATE, _OUTCOME, _DAY) if keeps(index, "analyses", name)]
    labels = {c.name: c.label for c in register.schema.columns}
    for row in register.rows:
        empty = [name for name in kept if _is_asked(name, row) and row.value(name) is None]
        if row.value("statut") == CLOSED and empty:
            yield rule.finding(
                row.at(empty[0]),
                analysis=name_of(row),
                columns=", ".join(f"«{labels[name]}»" for name in empty),
            )


def _is_asked(column: str, row: Row) -> bool:
    """Return whether a column is to be filled: samples that are kept have no date of return."""
    if column == _DAY:
        return row.value(_OUTCOME) in _DATED
    return _NONE not in (row.value(_STATE), row.value(_OUTCOME))
