"""A derogation is past its end.

Why: an exception without an end becomes the rule; once its date is past, it covers nothing.

Wrong:
    derogations:
      - {regle: approbateur_distinct, types: [PRO], motif: équipe de deux, fin: 2027-01-10}

Fix: decide again, with a reason and a new end, or remove it from smq.yaml.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF013",
    _("The derogation «{rule}» ({reason}) ended on {end}."),
    hint=_("Decide again with a new end, or remove it from smq.yaml."),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the derogations whose last day is past."""
    for derogation in system.settings.derogations:
        if derogation.end and derogation.end < system.today:
            yield rule.finding(
                Location("smq.yaml"),
                rule=derogation.rule,
                reason=derogation.reason,
                end=derogation.end,
            )
