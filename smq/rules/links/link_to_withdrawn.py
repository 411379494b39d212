"""A document cites another that is withdrawn.

Why: a reader is sent to instructions that nobody may apply any more.

Wrong:
    liens: {formulaires: [PRE-FOR-002]}   # PRE-FOR-002 : statut retire

Fix: cite what replaces it, or remove the link. A document may name what it replaces:
`remplace: [PRE-FOR-002]`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Document, Finding, Linkage, LinkKind, QualitySystem, Status
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "LNK003",
    _("«{target}» is cited, but it is withdrawn."),
    hint=_("Cite {successor}, which replaces it."),
)
_HINT_ALONE = _("Cite the document that replaces it, or remove the link.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each line that leads to a withdrawn document it does not replace."""
    if document.status is Status.WITHDRAWN:
        return
    links = linkage(system)
    outgoing = links.outgoing[document.path]
    replaced = {link.target.path for link in outgoing if link.target and _replaces(link.kind)}
    said: set[tuple[int | None, str]] = set()
    for link in outgoing:
        target = link.target
        if target is None or target.status is not Status.WITHDRAWN or target.path in replaced:
            continue
        # A relative link whose label is the code says one thing twice.
        if (link.location.line, target.path) in said:
            continue
        said.add((link.location.line, target.path))
        successor = _successor(target, links)
        yield rule.finding(
            link.location,
            code=document.code_text,
            severity=by_state(document),
            hint=None if successor else _HINT_ALONE,
            target=target.label,
            successor=successor or "",
        )


def _replaces(kind: LinkKind) -> bool:
    return kind is LinkKind.REPLACES


def _successor(target: Document, links: Linkage) -> str | None:
    """Return the label of the one living document that replaces another."""
    found = {
        link.source.label
        for link in links.incoming[target.path]
        if _replaces(link.kind) and link.source.status is not Status.WITHDRAWN
    }
    return found.pop() if len(found) == 1 else None
