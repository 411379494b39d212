"""The condition on which a criterion applies (`si`), in words."""

import re

from smq.i18n import Translator, _
from smq.report.coverage_words import FACTS, STAGE_NAMES

ACTIVITIES = {
    "prestation": _("services for others"),
    "mise_a_disposition": _("equipment made available"),
    "rd": _("research and development"),
    "formation": _("training"),
}
"""Activity → msgid."""
_IN_ACTIVITIES = re.compile(r"(\w+) in activites")
_EQUAL = re.compile(r"(\w+) == (?:'([^']+)'|\"([^\"]+)\")")
_GIVEN = re.compile(r"(\w+)(?: != (?:''|\"\"))?")


def said_condition(condition: str, translate: Translator) -> str:
    """Return when a criterion applies; a condition of another form is quoted as it is written."""
    told = _alternatives(condition, translate)
    if told is None:
        return translate(_("when smq.yaml satisfies «{condition}»"), condition=condition)
    return told


def _alternatives(condition: str, translate: Translator) -> str | None:
    parts = condition.split(" or ")
    activities = [_IN_ACTIVITIES.fullmatch(part.strip()) for part in parts]
    joint = f" {translate(_('or'))} "
    if all(activities):
        named = joint.join(_activity(found[1], translate) for found in activities if found)
        return translate(_("to platforms with this activity: {activities}"), activities=named)
    said = [_said(part.strip(), translate) for part in parts]
    if any(part is None for part in said):
        return None
    given = joint.join(part for part in said if part)
    return translate(_("when smq.yaml says: {facts}"), facts=given)


def _activity(word: str, translate: Translator) -> str:
    return translate(ACTIVITIES[word]) if word in ACTIVITIES else word


def _said(part: str, translate: Translator) -> str | None:
    """Return one fact that is given, or is equal to a word; None for another condition."""
    equal, given = _EQUAL.fullmatch(part), _GIVEN.fullmatch(part)
    found = equal or given
    if found is None or found[1] not in FACTS:
        return None
    fact = translate(FACTS[found[1]])
    if equal is None:
        return fact
    value = equal[2] or equal[3]
    word = translate(STAGE_NAMES[value]) if value in STAGE_NAMES else value
    return translate(_("{fact} = {value}"), fact=fact, value=word)
