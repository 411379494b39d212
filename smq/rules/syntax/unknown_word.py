"""A setting of smq.yaml holds a word that means nothing there.

Why: the word is passed over: a family that does not exist takes a process off its place on the map,
a misspelt role takes the right to approve from a person.

Wrong:
    processus:
      - {code: PRE, titre: Réaliser, famille: realization}

Fix: write one of the words that the setting knows.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN024",
    _("«{written}» is no word of the setting «{field}»."),
    hint=_("Nearest: {near}. The words are {words}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The words are {words}.")
_RELIED_ON = frozenset({"processus.famille", "lecture.code_dans"})
"""Settings without which documents are read, or shown, as something else than they are."""


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each word that the reading did not know."""
    for problem in system.problems:
        if problem.kind == "unknown-word":
            values = dict(problem.values)
            relied_on = values["field"] in _RELIED_ON or values["field"].startswith(
                "lecture.statuts."
            )
            yield rule.finding(
                problem.location,
                severity=Severity.ERROR if relied_on else None,
                hint=None if values["near"] else _HINT_ALONE,
                **values,
            )
