"""A text cites a code with small letters where the platform uses capitals, or the other way round.

Why: so written it is no link: the reader cannot follow it, and renumbering leaves it behind.

Wrong:
    Voir pre-for-001 avant de commencer.

Fix: write the code as its document does.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM007",
    _("«{written}» is not recognised as the code {right}."),
    hint=_("Write {right}."),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at each text that is a code in use but for the case of its letters."""
    for mention in document.body.wrong_case:
        code = system.settings.codification.right_case(mention.text)
        carriers = system.by_identity.get(code.identity) if code else None
        if carriers:
            yield rule.finding(
                document.at(mention.line, mention.column),
                code=document.code_text,
                written=mention.text,
                right=carriers[0].code_text,
            )
