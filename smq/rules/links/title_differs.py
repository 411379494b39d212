"""A link gives a document another title than its own.

Why: after a change of title the reader wonders whether it is still the same document.

Wrong:
    Voir [[PRE-PRO-001 – Traiter une demande]].

Fix: write the code alone, `[[PRE-PRO-001]]`: `smq` adds the title of the day. A text of one's own
stands after a bar: `[[PRE-PRO-001|la procédure]]`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "LNK013",
    _("«{written}» is not the title of {target}: it is «{title}»."),
    hint=_("Write [[{target}]]: the title is added by itself."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each wiki-link with a code and a title that is not the document's."""
    for link in linkage(system).outgoing[document.path]:
        if link.wrong_title and link.target:
            yield rule.finding(
                link.location,
                code=document.code_text,
                written=link.wrong_title,
                target=link.target.label,
                title=link.target.title,
            )
