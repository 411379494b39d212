"""Two criteria of one referential have the same id.

Why: documents and answers name a criterion by its id; with two of them, one is never judged as
people think.

Wrong:
    referentiel/referentiels/essai.yaml
    chapitres: [{code: prestations, titre: Prestations}]
    criteres:
      - {id: INF-PR-01, chapitre: prestations, preuve: {fait: nom}}
      - {id: INF-PR-01, chapitre: prestations, preuve: {fait: sigle}}

Fix: give the second one another id.
Source: working referential of the label (unofficial): an id stands for one criterion.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "REF001",
    _("The criterion {written} is there twice; first on line {first}."),
    hint=_("Give this one another id."),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at each id that an earlier criterion of the file has."""
    for referential in system.referentials:
        first: dict[str, int] = {}
        for criterion in referential.criteria:
            if criterion.id in first:
                yield rule.finding(
                    criterion.location, written=criterion.id, first=first[criterion.id]
                )
            first.setdefault(criterion.id, criterion.location.line or 0)
