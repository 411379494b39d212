"""A criterion asks for something that this platform cannot have.

Why: nobody can ever satisfy it: the table, the column, the type, the setting or the chain that it
names does not exist.

Wrong:
    referentiel/referentiels/essai.yaml
    chapitres: [{code: prestations, titre: Prestations}]
    criteres:
      - {id: INF-PR-01, chapitre: prestations, preuve: {registre: demande}}

Fix: correct the name, or add the schema that is missing under `referentiel/`.
"""

from collections.abc import Iterator, Mapping

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity, Word, nearest
from smq.rules import Rule
from smq.rules.referential.problems import problems

rule = Rule(
    __name__,
    "REF005",
    _("Nobody can satisfy this criterion: no {what} is called «{word}»."),
    hint=_("Nearest: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("Correct the name, or add what it names under referentiel/.")
WHAT: Mapping[str, str] = {
    "table": _("table"),
    "column": _("column"),
    "type": _("type of document"),
    "setting": _("setting"),
    "chain": _("chain"),
    "criterion": _("criterion"),
    "option": _("option"),
    "reference": _("column that leads to a table"),
}


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each piece of evidence that names what does not exist."""
    for problem in problems(system):
        if problem.kind == "unsatisfiable-evidence":
            values = dict(problem.values)
            near = nearest(values["word"], _known(values["what"], system)) or ""
            yield rule.finding(
                problem.location,
                hint=None if near else _HINT_ALONE,
                what=Word(WHAT.get(values["what"], values["what"])),
                word=values["word"],
                near=near,
            )


def _known(what: str, system: QualitySystem) -> tuple[str, ...]:
    if what == "column":
        return tuple(
            f"{register.name}.{column.name}"
            for register in system.registers.values()
            for column in register.schema.columns
        )
    known: Mapping[str, tuple[str, ...]] = {
        "table": tuple(system.registers),
        "type": tuple(system.types),
        "chain": tuple(system.chains),
        "criterion": tuple(c.id for r in system.referentials for c in r.criteria),
    }
    return known.get(what, ())
