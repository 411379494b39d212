"""A link can mean several documents.

Why: two readers follow it to two documents, and nothing says which one the author meant.

Wrong:
    Voir [[Consignes de sécurité]].

Fix: cite the code of the document that is meant; when two documents bear one code, give one of
them another.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Document, Finding, QualitySystem, Resolution
from smq.rules import Rule
from smq.rules.weight import by_state

_SHOWN = 4

rule = Rule(
    __name__,
    "LNK002",
    _("«{target}» can mean several documents: {candidates}."),
    hint=_("Cite the code of the one that is meant."),
)
_SAME_CODE = _("These documents bear one code: give all but one of them another.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each ambiguous title, and one for each code that several bear."""
    said: set[str] = set()
    for link in linkage(system).outgoing[document.path]:
        if link.resolution is not Resolution.AMBIGUOUS:
            continue
        # A code that two documents bear is mended in one of them, not at each place that cites it.
        if link.is_code and (link.written in said or _is_copied(link.written, system)):
            continue
        said.add(link.written)
        yield rule.finding(
            link.location,
            code=document.code_text,
            severity=by_state(document),
            hint=_SAME_CODE if link.is_code else None,
            target=link.written,
            candidates=_listed(link.candidates),
        )


def _is_copied(code: str, system: QualitySystem) -> bool:
    """Return whether one file was copied: the id says so already, at the copy (NUM009)."""
    ids = {document.id for document in system.with_code(code)}
    return len(ids) == 1 and None not in ids


def _listed(paths: tuple[str, ...]) -> str:
    shown = ", ".join(paths[:_SHOWN])
    return f"{shown}…" if len(paths) > _SHOWN else shown
