"""A criterion that a tool should judge asks for no evidence, or lies in no chapter.

Why: nobody can satisfy it: there is nothing to show for it.

Wrong:
    referentiel/referentiels/essai.yaml
    chapitres: [{code: prestations, titre: Prestations}]
    criteres:
      - {id: INF-PR-01, chapitre: prestations, nature: computed}

Fix: add `preuve`, or make its nature declared or to_be_read; name one of `chapitres`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity, nearest
from smq.model.referential import Nature
from smq.rules import Rule

rule = Rule(
    __name__,
    "REF010",
    _("The criterion {criterion} is computed and asks for no evidence."),
    hint=_("Add «preuve», or write nature: declared."),
    severity=Severity.WARNING,
)
_CHAPTER = _("The chapter «{written}» of {criterion} is not among «chapitres».")
_NEAREST = _("Nearest: {near}.")
_ADD = _("Add it to «chapitres».")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each criterion without evidence, and for each unknown chapter."""
    for referential in system.referentials:
        for criterion in referential.criteria:
            if criterion.nature is Nature.COMPUTED and criterion.evidence is None:
                yield rule.finding(criterion.location, criterion=criterion.id)
            if criterion.chapter not in referential.chapters:
                near = nearest(criterion.chapter, tuple(referential.chapters)) or ""
                yield rule.finding(
                    criterion.location,
                    message=_CHAPTER,
                    hint=_NEAREST if near else _ADD,
                    criterion=criterion.id,
                    written=criterion.chapter,
                    near=near,
                )
