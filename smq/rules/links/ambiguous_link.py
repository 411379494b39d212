"""A link can mean several documents.

Why: two readers follow it to two documents, and nothing says which one the author meant.

Wrong:
    Voir [[Consignes de sécurité]].

Fix: cite the code of the document that is meant. When two documents bore one code before, cite the
code that the one meant has now.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Document, Finding, QualitySystem, Resolution
from smq.rules import Rule
from smq.rules.codes import is_shared
from smq.rules.weight import by_state

_SHOWN = 4

rule = Rule(
    __name__,
    "LNK002",
    _("«{target}» can mean several documents: {candidates}."),
    hint=_("Cite the code of the one that is meant."),
)
_SAME_ALIAS = _("These documents bore this code before: cite the code that the one meant has now.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each ambiguous title, and one for each code that several bore before.

    A code that several bear now is mended in one of them, where NUM001 or NUM009 says it.
    """
    said: set[str] = set()
    for link in linkage(system).outgoing[document.path]:
        if link.resolution is not Resolution.AMBIGUOUS:
            continue
        if link.is_code and (link.written in said or is_shared(link.written, system)):
            continue
        said.add(link.written)
        yield rule.finding(
            link.location,
            code=document.code_text,
            severity=by_state(document),
            hint=_SAME_ALIAS if link.is_code else None,
            target=link.written,
            candidates=_listed(link.candidates),
        )


def _listed(paths: tuple[str, ...]) -> str:
    shown = ", ".join(paths[:_SHOWN])
    return f"{shown}…" if len(paths) > _SHOWN else shown
