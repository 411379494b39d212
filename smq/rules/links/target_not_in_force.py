"""A document in force sends its readers to one of which no version has ever been in force.

Why: whoever applies it finds a draft there, which nobody has approved. While a platform is being
written this is the rule; on the day of the evaluation it is a gap, so it is looked for with
`smq check --complete`.

Wrong:
    liens: {formulaires: [PRE-FOR-001]}   # PRE-FOR-001 : statut projet

Fix: bring the document cited into force, or remove the link.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.staleness import Cause, stale_links

_SHOWN = 3
_SEVERAL = _("{document} cites {number} documents that were never in force: {targets}.")
_MANY = _(
    "{document} cites {number} documents that were never in force: {targets} and {more} more."
)

rule = Rule(
    __name__,
    "LNK019",
    _("{document} is in force and cites {targets}, which never was."),
    hint=_("Bring it into force, or remove the link. What it waits for: smq todo"),
    severity=Severity.WARNING,
    on_request=True,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each document that cites what was never in force."""
    found = [s for s in stale_links(document, system) if s.cause is Cause.NOT_IN_FORCE]
    if found:
        more = len(found) - _SHOWN
        yield rule.finding(
            found[0].link.location,
            code=document.code_text,
            message=None if len(found) == 1 else _MANY if more > 0 else _SEVERAL,
            document=document.label,
            number=len(found),
            more=more,
            targets=", ".join(stale.target.label for stale in found[:_SHOWN]),
        )
