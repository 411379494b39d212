"""A document links to itself.

Why: the link brings the reader back to the same page; another document was probably meant.

Wrong:
    code: PRE-PRO-001
    liens: {procedures: [PRE-PRO-001]}

Fix: remove the link, or cite the document that was meant. A document may name its own code in its
text, and link to one of its sections: `[[PRE-PRO-001#Objet]]`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import linkage
from smq.model import Finding, LinkKind, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "LNK004",
    _("«{target}» is this document: it links to itself."),
    hint=_("Remove the link, or cite the document that was meant."),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each declared link and wiki-link to its own document as a whole."""
    for link in linkage(system).to_itself:
        if link.kind is not LinkKind.PATH and not link.section:
            yield rule.finding(link.location, code=link.source.code_text, target=link.written)
