"""A criterion asks for a sort of evidence that does not exist.

Why: such a criterion can never be satisfied.

Wrong:
    referentiel/referentiels/essai.yaml
    chapitres: [{code: prestations, titre: Prestations}]
    criteres:
      - {id: INF-PR-01, chapitre: prestations, preuve: {documents: {modele: pil-pol-politique}}}

Fix: use one of the sorts: tout, un_de, sauf, document, section, registre, couvre, fait, fichier,
chaine, declaration, criteres.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.referential.problems import problems

rule = Rule(
    __name__,
    "REF004",
    _("«{word}» is no sort of evidence."),
    hint=_("Nearest sort: {near}."),
)
_HINT_KNOWN = _("The sorts of evidence: {known}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each unknown sort of evidence."""
    for problem in problems(system):
        if problem.kind == "unknown-evidence":
            values = dict(problem.values)
            hint = None if values["near"] else _HINT_KNOWN
            yield rule.finding(
                problem.location,
                hint=hint,
                word=values["word"],
                near=values["near"],
                known=values["known"],
            )
