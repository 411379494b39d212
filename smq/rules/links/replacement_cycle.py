"""Documents replace each other in a circle.

Why: nobody can tell which one is in force.

Wrong:
    code: PRE-PRO-001
    remplace: [PRE-PRO-002]   # PRE-PRO-002 : remplace [PRE-PRO-001]

Fix: keep `remplace` in the newer document only.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Document, Finding, Link, Linkage, LinkKind, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "LNK011",
    _("{document} replaces itself: {chain}."),
    hint=_("Keep «remplace» in the newer document only."),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for a document that its own replacements lead back to."""
    links = linkage(system)
    for link, replaced in _replacements(document, links):
        chain = _way_back(replaced, document, links)
        if chain:
            yield rule.finding(
                link.location,
                code=document.code_text,
                document=document.label,
                chain=" → ".join(member.label for member in (document, *chain)),
            )
            return


def _way_back(start: Document, end: Document, links: Linkage) -> tuple[Document, ...]:
    """Return the documents that replacements lead through from one to another, both included."""
    seen: set[str] = set()
    trails: list[tuple[Document, ...]] = [(start,)]
    while trails:
        trail = trails.pop()
        last = trail[-1]
        if last is end:
            return trail
        if last.path not in seen:
            seen.add(last.path)
            trails.extend((*trail, replaced) for _link, replaced in _replacements(last, links))
    return ()


def _replacements(document: Document, links: Linkage) -> Iterator[tuple[Link, Document]]:
    for link in links.outgoing[document.path]:
        if link.kind is LinkKind.REPLACES and link.target is not None:
            yield link, link.target
