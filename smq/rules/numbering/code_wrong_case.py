"""A code is written with small letters where the platform uses capitals, or the other way round.

Why: codes are recognised letter for letter: so written, the code is found in no text.

Wrong:
    code: pre-pro-001

Fix: write the code as it is declared.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM006",
    _("The code «{written}» is written {right} on this platform."),
    hint=_("Write «code: {right}»."),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when only the case of letters keeps the text from being a code."""
    if document.code or not document.code_text:
        return
    right = system.settings.codification.right_case(document.code_text)
    if right:
        yield rule.finding(
            document.at_field("code"),
            code=document.code_text,
            written=document.code_text,
            right=right.text,
        )
