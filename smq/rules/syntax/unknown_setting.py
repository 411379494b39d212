"""smq.yaml holds a setting that nothing reads.

Why: a misspelt setting is silently without effect.

Wrong:
    tutelle: [Université de Lorraine]

Fix: correct the name of the setting, or remove the line.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN014",
    _("«{key}» is no setting: what stands there is not read."),
    hint=_("Nearest setting: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("Correct its name, or remove the line.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each unknown setting that the reading met."""
    for problem in system.problems:
        if problem.kind == "unknown-setting":
            values = dict(problem.values)
            near = values.get("near", "")
            yield rule.finding(
                problem.location,
                hint=None if near else _HINT_ALONE,
                key=values["key"],
                near=near,
            )
