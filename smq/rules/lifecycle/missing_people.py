"""A document names no author, or nobody who answers for it.

Why: the first question of a reader with a doubt is whom to ask.

Wrong:
    statut: en_verification
    redacteur: P03
    approbateur:

Fix: write the identifier or the name of a person, for example with `smq set`.
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
    hint=_("Write the identifier or the name of a person of smq.yaml."),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the people that the type asks for and the header does not name."""
    if not document.header.entries:
        return
    yield from gathered(
        rule,
        document,
        (
            Fault(document.at_field(field), dict(document.keys).get(field, field))
            for field in _missing(document, system)
        ),
    )


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
