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
from smq.model import Finding, QualitySystem, Severity, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN024",
    _("«{written}» is no word of the setting «{field}»."),
    hint=_("Nearest: {near}. The words are {words}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The words are {words}.")
_NO_TYPE = _("«{written}», in the setting «{field}», is no type of document of this platform.")
_NEAR_TYPE = _("Nearest: {near}. The types are {words}.")
_TYPES_ALONE = _("The types are {words}.")
_IDLE_ROLE = _("The role «{written}» gives no right: nothing in smq.yaml asks for it.")
_IDLE_HINT = _("The roles that count are {words}; others are named under «roles».")
_RELIED_ON = frozenset({"processus.famille", "lecture.code_dans"})
"""Settings without which documents are read, or shown, as something else than they are."""


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each word that the reading did not know, and for each unknown type."""
    yield from _types(system)
    yield from _idle_roles(system)
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


def _idle_roles(system: QualitySystem) -> Iterator[Finding]:
    """Yield a note for each role of a person that has no effect: a platform may have its own."""
    for problem in system.problems:
        if problem.kind == "idle-role":
            yield rule.finding(
                problem.location,
                severity=Severity.NOTE,
                message=_IDLE_ROLE,
                hint=_IDLE_HINT,
                **dict(problem.values),
            )


def _types(system: QualitySystem) -> Iterator[Finding]:
    """Yield the settings about a type that the platform does not have."""
    known = tuple(system.types)
    for named in system.settings.named_types if known else ():
        if named.type not in known:
            near = nearest(named.type, known)
            yield rule.finding(
                named.location,
                message=_NO_TYPE,
                hint=_NEAR_TYPE if near else _TYPES_ALONE,
                written=named.type,
                field=named.field,
                near=near or "",
                words=", ".join(known),
            )
