"""A referential, a chain or an answer holds something else than what is expected there.

Why: what is not understood is judged as if it were not there.

Wrong:
    referentiel/referentiels/essai.yaml
    chapitres: [{code: prestations, titre: Prestations}]
    criteres:
      - {id: INF-PR-01, chapitre: prestations, niveau: obligatoire, preuve: {fait: nom}}

Fix: write the value in the expected form (docs/kits.md).
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.referential.problems import ill_formed, problems

rule = Rule(
    __name__,
    "REF002",
    _("«{field}» expects {expected}; «{written}» stands there."),
    hint=_("Write {right}."),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each value that cannot be used."""
    for problem in problems(system):
        if problem.kind == "ill-formed-criterion":
            yield ill_formed(rule, problem)
