"""A header holds a field that nothing reads.

Why: a misspelt field is silently without effect: the date or the link written there does not count.

Wrong:
    code: PRE-PRO-001
    date_aplication: 2027-03-01

Fix: correct the name of the field, or remove the line.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, nearest
from smq.rules import Rule

_IDENTITY = ("id", "code", "type", "titre", "processus", "alias", "modele", "plateaux", "original")
_LIFE = ("version", "statut", "date_application", "prochaine_revue", "historique", "diffusion")
_EVENTS = ("refus", "revues", "confirmations")
_PEOPLE = ("redacteur", "verificateur", "approbateur", "approbations")
_LINKS = ("liens", "criteres", "remplace")
_FORM = ("registre", "rempli_par", "remis_a", "champs")
_REGISTER_OR_LIST = ("tables", "contenu", "genere")
_EXTERNAL_OR_RECORD = ("origine", "reference", "edition", "derniere_verification", "lieu")
KNOWN = (
    *_IDENTITY,
    *_LIFE,
    *_EVENTS,
    *_PEOPLE,
    *_LINKS,
    *_FORM,
    *_REGISTER_OR_LIST,
    *_EXTERNAL_OR_RECORD,
)
"""Fields that a header of any type may hold (`design.md` §3)."""
_KNOWN = frozenset(KNOWN)

rule = Rule(
    __name__,
    "SYN004",
    _("«{key}» is no field of a header: what stands there is not read."),
    hint=_("Nearest field: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("Correct its name, or remove the line.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at each unknown key of the header, once a key."""
    # Without any type the fields of its own are not known; the types are missed once (SYN025).
    if system.settings.foreign or not system.types:
        return
    unusual = {k.text: k for k, _value in reversed(document.header.entries) if k.text not in _KNOWN}
    if not unusual:
        return
    own = _own_fields(document, system)
    for key in unusual.values():
        if key.text in own:
            continue
        near = nearest(key.text, KNOWN + own)
        yield rule.finding(
            document.at(key.line, key.column),
            code=document.code_text,
            hint=None if near else _HINT_ALONE,
            key=key.text,
            near=near or "",
        )


def _own_fields(document: Document, system: QualitySystem) -> tuple[str, ...]:
    """Return the fields of the document's type; those of all types while its type is not known."""
    own = system.type_of(document)
    types = (own,) if own else tuple(system.types.values())
    return tuple(field.name for type_ in types for field in type_.fields)
