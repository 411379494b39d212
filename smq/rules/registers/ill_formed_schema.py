"""The schema of a register says something that means nothing.

Why: a column of an unknown type is read as text, a reference that leads nowhere is never checked:
the register looks sound and is not.

Wrong:
    referentiel/registres/mesures.yaml
    nom: mesures
    colonnes:
      - {nom: id, type: texte}
      - {nom: date, type: dat}

Fix: write one of the words that docs/kits.md gives for register schemas.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG012",
    _("The schema of this register is not understood."),
    hint=_("Nearest: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The page docs/kits.md lists the words of register schemas.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the words of schemas that the reading did not know."""
    for problem in system.problems:
        if problem.kind == "ill-formed-register":
            values = dict(problem.values)
            yield rule.finding(
                problem.location,
                message=values["message"],
                hint=None if values["near"] else _HINT_ALONE,
                written=values["written"],
                near=values["near"],
                place=values["place"],
            )
