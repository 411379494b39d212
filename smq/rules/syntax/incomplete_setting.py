"""An entry of smq.yaml lacks what it is known by.

Why: a process without a code holds no document, a technical unit without a name cannot be cited, a
derogation without a reason convinces nobody.

Wrong:
    plateaux:
      - {site: Bâtiment A}

Fix: write what is missing, or remove the entry.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN028",
    _("An entry of «{field}» has no «{name}»: «{said}»."),
    hint=_("Write «{name}: …» there, or remove the entry."),
    severity=Severity.WARNING,
)
_EMPTY = _("An entry of «{field}» has no «{name}».")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each name that an entry lacks; an error for the code of a process."""
    for problem in system.problems:
        if problem.kind == "incomplete-setting":
            values = dict(problem.values)
            coded = (values["field"], values["name"]) == ("processus", "code")
            yield rule.finding(
                problem.location,
                severity=Severity.ERROR if coded else None,
                message=None if values["said"] else _EMPTY,
                **values,
            )
