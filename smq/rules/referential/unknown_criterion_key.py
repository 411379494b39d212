"""A referential, a chain or an answer holds a key that nothing reads.

Why: a misspelt key is silently without effect, and the criterion is easier than it seems.

Wrong:
    referentiel/referentiels/essai.yaml
    chapitres: [{code: prestations, titre: Prestations}]
    criteres:
      - {id: INF-PR-01, chapitre: prestations, preuve: {fait: unites, au_moin: 2}}

Fix: correct the name of the key, or remove the line.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.referential.problems import problems

rule = Rule(
    __name__,
    "REF003",
    _("«{key}» is no key here: what stands there is not read."),
    hint=_("Nearest key: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("Correct its name, or remove the line.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each unknown key of a referential, a chain or an answer."""
    for problem in problems(system):
        if problem.kind == "unknown-criterion-key":
            values = dict(problem.values)
            near = values["near"]
            hint = None if near else _HINT_ALONE
            yield rule.finding(problem.location, hint=hint, key=values["key"], near=near)
