"""evaluation.yaml answers for a criterion that no referential of the platform has.

Why: the answer is lost, and the criterion that was meant stays without one.

Wrong:
    evaluation.yaml
    criteres:
      INF-PR-99: {statut: sans objet, motif: Aucune prestation, par: P01, date: 2027-02-20}

Fix: write the id of a criterion (`smq coverage` lists them), or remove the answer.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "REF009",
    _("{written} is no criterion of this platform: the answer is not read."),
    hint=_("Nearest: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The list: smq coverage.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each answer to no criterion."""
    known = {c.id for referential in system.referentials for c in referential.criteria}
    for answer in system.declarations:
        if known and answer.criterion not in known:
            near = nearest(answer.criterion, tuple(known)) or ""
            hint = None if near else _HINT_ALONE
            yield rule.finding(answer.location, hint=hint, written=answer.criterion, near=near)
