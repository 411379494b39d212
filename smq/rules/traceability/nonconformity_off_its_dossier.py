"""A nonconformity that names an analysis is not met when the dossier of that analysis is walked.

Why: who reads the dossier must see that something went wrong in it and what was done; a
nonconformity kept apart looks hidden.

Wrong:
    referentiel/chaines/prestation.yaml
    nom: prestation
    titre: Prestation, de la demande au rapport
    depart: analyses
    rang: 2
    maillons:
      - {registre: demandes, colonne: demande, rang: 1}
      - {registre: rapports, colonne: analyse, rang: 3}

Fix: add to the chain a link to «non_conformites» by its column «prestation»; correct the number of
an analysis that does not exist.
Source: working referential of the label (unofficial): T19, nonconformities stand in the dossier.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index, starts_of
from smq.tracing.index import cited
from smq.tracing.kept import keeps

rule = Rule(
    __name__,
    "TRC019",
    _("The dossier of {analysis} does not show {row}: the chain «{chain}» does not lead there."),
    hint=_("Add a link to «non_conformites» by the column «prestation»."),
    severity=Severity.WARNING,
)
_UNKNOWN = _("{row} names the analysis «{analysis}», which does not exist.")
_UNKNOWN_HINT = _("Write the identifier of an analysis.")
_TABLE, _COLUMN, _START = "non_conformites", "prestation", "analyses"


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the chains that lose a nonconformity, once, and those that name no analysis."""
    index = tracing.index(system)
    if not keeps(index, _TABLE, _COLUMN) or not keeps(index, _START):
        return
    register = index.register(_TABLE)
    column = register.schema.column(_COLUMN) if register else None
    # A reference that leads nowhere has a finding of its own; a plain text has not.
    is_text = column is not None and column.target is None
    for row in index.rows(_TABLE):
        for key in cited(row, _COLUMN) if is_text else ():
            if index.row(_START, key) is None:
                yield rule.finding(
                    row.at(_COLUMN),
                    message=_UNKNOWN,
                    hint=_UNKNOWN_HINT,
                    row=name_of(row),
                    analysis=key,
                )
    yield from _lost(system, index)


def _lost(system: QualitySystem, index: Index) -> Iterator[Finding]:
    chains = [chain for chain in system.chains.values() if chain.start == _START]
    for row in index.rows(_TABLE) if chains else ():
        met = {start.key for chain in chains for start in starts_of(chain, _TABLE, row, index)}
        lost = [key for key in cited(row, _COLUMN) if index.row(_START, key) and key not in met]
        if lost:
            yield _finding(row, lost[0], system)
            return


def _finding(row: Row, analysis: str, system: QualitySystem) -> Finding:
    chain = next(chain for chain in system.chains.values() if chain.start == _START)
    return rule.finding(chain.location, row=name_of(row), analysis=analysis, chain=chain.name)
