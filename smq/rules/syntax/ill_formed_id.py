"""The id of a document is not one that smq gives.

Why: the id stands for the document in the fingerprint of its approvals. One typed by hand is soon
typed twice.

Wrong:
    id: prestation-1

Fix: give it another with `smq set`, unless a version was approved with this id: 8 characters of
abcdefghjkmnpqrstuvwxyz23456789, the first a letter, that no other document has.
"""

import re
from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.codes import ALPHABET, proposed_id, was_approved

_ID = re.compile(f"(?![0-9])[{ALPHABET}]{{8}}")

rule = Rule(
    __name__,
    "SYN021",
    _("«{written}» is no id as smq gives them."),
    hint=_("Give it one: smq set {document} id={proposed}"),
    severity=Severity.WARNING,
)
_HINT_APPROVED = _("A version was approved with this id: leave it as it is.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the id is not 8 characters of the alphabet of `contracts.md` §3."""
    written = (document.text("id") or "").strip()
    if system.settings.foreign or not written or _ID.fullmatch(written):
        return
    approved = was_approved(document)
    yield rule.finding(
        document.at_field("id"),
        code=document.code_text,
        severity=Severity.NOTE if approved else Severity.WARNING,
        hint=_HINT_APPROVED if approved else None,
        written=written,
        document=document.label,
        proposed=proposed_id(document, system),
    )
