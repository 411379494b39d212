"""A name or an identifier stands for nobody among the people of smq.yaml.

Why: without the person, nobody can tell whether the approver is somebody else than the author,
nor whether they may approve.

Wrong:
    redacteur: P33

Fix: write the identifier or the full name of a person of `personnes`, or add that person.
A platform that holds identifiers only (`identifiants: true`) writes the identifier.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import names_someone
from smq.model import Document, Finding, Location, QualitySystem, Settings, Severity, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF007",
    _("«{word}» ({field}) is nobody in smq.yaml."),
    hint=_("Add this person under «personnes» in smq.yaml."),
    severity=Severity.WARNING,
)

NEAR = _("Nearest: {near}.")
IDENTIFIERS_ONLY = _(
    "Names stay out of this folder: give this person an identifier under «personnes» in smq.yaml,"
    " and write it here."
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the words that name nobody, when the platform declares its people."""
    settings = system.settings
    if not settings.people and not settings.identifiers_only:
        return
    for unit in settings.units:
        if _is_unknown(unit.director, settings):
            place = Location("smq.yaml")
            yield _finding(place, unit.director, f"directeur, {unit.name}", settings)
    for process in settings.processes:
        for field, word in (("pilote", process.owner), ("suppleant", process.deputy)):
            if _is_unknown(word, settings):
                place = Location("smq.yaml")
                yield _finding(place, word, f"{field}, {process.code}", settings)
    for document in system.documents:
        yield from _in_document(document, settings)


def _in_document(document: Document, settings: Settings) -> Iterator[Finding]:
    people = {
        "redacteur": document.author,
        "verificateur": document.reviewer,
        "approbateur": document.approver,
    }
    for field, word in people.items():
        if _is_unknown(word, settings):
            key = dict(document.keys).get(field, field)
            yield _finding(document.at_field(field), word, key, settings, document.code_text)
    for record in document.approvals:
        # Who approved an earlier version may have left the platform since.
        if record.version == document.version and _is_unknown(record.by, settings):
            place = document.at(record.line, record.column)
            yield _finding(place, record.by, "par", settings, document.code_text)


def _is_unknown(word: str | None, settings: Settings) -> bool:
    return word is not None and names_someone(word) and settings.person(word) is None


def _finding(
    place: Location, word: str | None, field: str, settings: Settings, code: str | None = None
) -> Finding:
    names = tuple(text for person in settings.people for text in (person.id, person.name))
    near = nearest(word or "", names)
    alone = IDENTIFIERS_ONLY if settings.identifiers_only else None
    return rule.finding(
        place, code=code, hint=NEAR if near else alone, word=word, field=field, near=near or ""
    )
