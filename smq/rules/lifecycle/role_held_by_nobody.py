"""A role that the platform relies on is held by nobody.

Why: what only the «responsable» may approve waits for ever when nobody is it.

Wrong:
    personnes:
      P03: {nom: Anne Martin, roles: [operateur]}
    roles:
      approbateur: {"*": [responsable]}

Fix: add the role to the `roles` of a person in smq.yaml; one person may hold several.

Source: ISO 9001:2015, 5.3.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Settings, Severity, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF006",
    _("Nobody holds the role «{role}»."),
    hint=_("Add it to the roles of a person, under «personnes» in smq.yaml."),
    severity=Severity.WARNING,
)

NEAR = _("Nearest role held: {near}.")
ALWAYS = ("responsable", "qualite")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the roles asked for that no person holds, in alphabetical order."""
    # A platform that names nobody yet has not begun: that is work to do, not a fault.
    weight = Severity.WARNING if system.settings.people else Severity.NOTE
    held = tuple(sorted({role for person in system.settings.people for role in person.roles}))
    for role in sorted(_asked(system.settings)):
        if role not in held:
            near = nearest(role, held)
            yield rule.finding(
                Location("smq.yaml"),
                severity=weight,
                hint=NEAR if near else None,
                role=role,
                near=near or "",
            )


def _asked(settings: Settings) -> set[str]:
    named = (*settings.approvers, *settings.reviewers)
    return {role for _type, roles in named for role in roles} | (
        # A tree that smq did not make need not have the roles of a platform.
        set() if settings.foreign else set(ALWAYS)
    )
