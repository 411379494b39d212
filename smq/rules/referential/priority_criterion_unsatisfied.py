"""A priority criterion of the stage is not satisfied.

Why: on the day of the evaluation it would be a gap. The rule runs with `smq check --complete` only:
before that day, work that is not done yet is no fault.

Wrong:
    referentiel/referentiels/essai.yaml
    chapitres: [{code: prestations, titre: Prestations}]
    criteres:
      - id: INF-PR-01
        chapitre: prestations
        niveau: prioritaire
        etapes: [label]
        preuve: {registre: demandes}

Fix: do what the sentence says; `smq coverage` shows all that is missing.
Source: working referential of the label (unofficial), criteria that the programme's text asks.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.referential import Level
from smq.rules import Rule

if TYPE_CHECKING:
    from smq.model.coverage import Assessment

rule = Rule(
    __name__,
    "REF011",
    _("{asked} «{asked_title}» is not satisfied."),
    hint=_("All that is missing: smq coverage."),
    on_request=True,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each priority criterion of the stage that is not satisfied."""
    # Judging is loaded where it is asked for: start-up is part of every command.
    from smq.coverage import assess
    from smq.model.coverage import Verdict

    for referential in system.referentials[:1]:
        for found in assess(system, referential, system.settings.label.stage).assessments:
            if found.criterion.level is not Level.PRIORITY:
                continue
            if found.verdict in (Verdict.UNSATISFIED, Verdict.PARTIAL):
                yield _finding(found)


def _finding(found: "Assessment") -> Finding:
    """Return the finding of a criterion; what is missing first says what to do."""
    criterion, lack = found.criterion, found.lacks[0] if found.lacks else None
    return Finding(
        rule=rule.code,
        name=rule.name,
        severity=rule.severity,
        code=None,
        location=(lack.location if lack else None) or criterion.location,
        message=rule.message,
        plural=None,
        hint=lack.message if lack else rule.hint,
        hint_plural=lack.plural if lack else None,
        # The words of what is missing stand in the same sentence: they keep their own names.
        values={
            **(lack.values if lack else {}),
            "asked": criterion.id,
            "asked_title": criterion.title,
        },
    )
