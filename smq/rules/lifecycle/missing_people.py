"""A document names no author, or nobody who answers for it.

Why: the first question of a reader with a doubt is whom to ask.

Wrong:
    statut: en_verification
    redacteur: P03
    approbateur:

Fix: write the identifier or the name of a person of smq.yaml, with `smq set` or `smq fill`.
What has no approval (records, generated lists) needs nobody; an external document needs
whoever verifies it; a register is approved or verified.

Source: ISO 9001:2015, 7.5.2 a.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import approval_of, is_asked
from smq.model import Approval, Document, Finding, QualitySystem
from smq.rules import Rule
from smq.rules.gathering import Fault, gathered

rule = Rule(
    __name__,
    "LIF009",
    _("The field «{what}» names nobody."),
    plural=_("{count} people are not named: {what}."),
    hint=_("For example: smq set {document} {fields}"),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the people that the type asks for and the header does not name."""
    if not document.header.entries:
        return
    keys = dict(document.keys)
    missing = {field: keys.get(field, field) for field in _missing(document, system)}
    if not missing:
        return
    yield from gathered(
        rule,
        document,
        (Fault(document.at_field(field), key) for field, key in missing.items()),
        fields=" ".join(f"{k}={_example(f, document, system)}" for f, k in missing.items()),
    )


def _example(field: str, document: Document, system: QualitySystem) -> str:
    """Return a person whom the field may well name, «…» when none is declared.

    The owner of the process writes; whoever holds a role of the act answers for it.
    """
    settings = system.settings
    if field == "redacteur":
        process = settings.process(document.process)
        owner = settings.person(process.owner) if process else None
        fit = (owner,) if owner else settings.people
    else:
        roles = set(settings.allowed_roles(field, document.type))
        fit = tuple(p for p in settings.people if not roles or roles & set(p.roles))
        author = settings.person(document.author or _example("redacteur", document, system))
        fit = tuple(p for p in fit if p is not author)
    return fit[0].id if fit else "…"


def _missing(document: Document, system: QualitySystem) -> Iterator[str]:
    declared = system.type_of(document)
    required = declared is not None and declared.reviewer == "requis"
    named = {
        "redacteur": document.author,
        "verificateur": document.reviewer,
        "approbateur": document.approver,
    }
    match approval_of(document, system):
        case Approval.NONE:
            asked: tuple[str, ...] = ()
        case Approval.VERIFICATION:
            asked = ("verificateur",)
        case Approval.STRUCTURE if document.reviewer and not document.approver:
            asked = ("redacteur",)
        case _ if required:
            asked = ("redacteur", "verificateur", "approbateur")
        case _:
            asked = ("redacteur", "approbateur")
    return (f for f in asked if not named[f] and is_asked(system.settings, f))
