"""A document in force rests on another that has had a new version since it was last read.

Why: what it says may no longer hold with what the other one says now, and its readers
follow both.

Wrong:
    liens: {formulaires: [PRE-FOR-003]}   # PRE-FOR-003 : version 2 approuvée depuis

Fix: read it again with the new version of what it cites. If it still holds,
`smq confirm CODE` says so, with your name and the date; else `smq revise CODE`.
A review that changes nothing, or its own next version, settles it as well.
An editorial correction (2.1) of what it cites asks nothing.

Source: ISO 9001:2015, 7.5.3.1 a.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.staleness import Cause, Look, Stale, stale_links

_SHOWN = 3
_ONE = {
    Look.APPROVED: _(
        "«{target}» came to version {version} on {since}, after {document} was approved ({looked})."
    ),
    Look.REVIEWED: _(
        "«{target}» came to version {version} on {since}, after {document} was reviewed ({looked})."
    ),
    Look.CONFIRMED: _(
        "«{target}» came to version {version} on {since}, after {document} was last confirmed with"
        " it ({looked})."
    ),
    Look.APPLIED: _(
        "«{target}» came to version {version} on {since}, after {document} came into force"
        " ({looked})."
    ),
}
_SEVERAL = _(
    "{number} documents cited had a new version since {document} was last read: {targets}."
)
_MANY = _(
    "{number} documents cited had a new version since {document} was last read: {targets} and"
    " {more} more."
)

rule = Rule(
    __name__,
    "LNK018",
    _ONE[Look.APPROVED],
    hint=_("Read {document} with it; if it still holds: smq confirm {document}"),
    severity=Severity.WARNING,
)
_HINT_SEVERAL = _("Read {document} with them; if it still holds: smq confirm {document}")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each document that rests on newer versions; withdrawn ones are LNK003."""
    found = [s for s in stale_links(document, system) if s.cause is Cause.NEWER]
    if not found:
        return
    first, more = found[0], len(found) - _SHOWN
    message = _ONE[first.look] if len(found) == 1 else _MANY if more > 0 else _SEVERAL
    yield rule.finding(
        first.link.location,
        code=document.code_text,
        message=message,
        hint=None if len(found) == 1 else _HINT_SEVERAL,
        document=document.label,
        target=first.target.label,
        version=first.version,
        since=first.since or "…",
        looked=first.looked or "…",
        number=len(found),
        more=more,
        targets=", ".join(map(_named, found[:_SHOWN])),
    )


def _named(stale: Stale) -> str:
    return f"{stale.target.label} (version {stale.version})"
