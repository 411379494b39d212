"""A link leads to a code or a title that no document has.

Why: a reader who follows it finds nothing, and an evaluator stops there.

Wrong:
    liens: {formulaires: [PRE-FOR-099]}

Fix: cite an existing code, or create the document with `smq new`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage, near_code, near_title
from smq.model import Document, Finding, Link, QualitySystem, Resolution
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "LNK001",
    _("«{target}» is cited, but no document has this code or this title."),
    hint=_("Nearest: {near}. Look whether it is meant; all codes: smq list."),
)
_HINT_ALONE = _("Correct it, or create the document with «smq new».")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each mention, wiki-link and declared link without a document."""
    bracketed: set[tuple[int | None, str]] = set()
    for link in linkage(system).outgoing[document.path]:
        if link.resolution is not Resolution.UNKNOWN:
            continue
        place = link.location.line, link.written
        # `[[PRE-FOR-099|la fiche PRE-FOR-099]]` is one fault.
        if link.wiki:
            bracketed.add(place)
        elif place in bracketed:
            continue
        near = _near(link, system)
        yield rule.finding(
            link.location,
            code=document.code_text,
            severity=by_state(document),
            hint=None if near else _HINT_ALONE,
            target=link.written,
            near=near or "",
        )


def _near(link: Link, system: QualitySystem) -> str | None:
    if link.is_code:
        return near_code(system, link.written)
    return near_title(system, link.written) or near_code(system, link.written)
