"""A place to fill in is still there.

Why: a reader who finds «À compléter» in a document that applies does not know what to do,
and an evaluator reads it as a system that nobody uses.

Wrong:
    ## Délai de réponse

    Le demandeur reçoit une réponse sous [À compléter : délai que la plateforme peut tenir].

Fix: write what the brackets ask for and remove the brackets;
`smq fill` goes through them one by one.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Word
from smq.rules import Rule
from smq.rules.gathering import Fault, gathered

rule = Rule(
    __name__,
    "CNT001",
    _("{document}: still to fill in: {what}."),
    plural=_("{document}: {count} places to fill in."),
    hint=_("Fill in with: smq fill {document}"),
)

UNSAID = Word(_("(the text does not say what)"))


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the places to fill in, those of the header first."""
    yield from gathered(
        rule,
        document,
        (
            Fault(document.at(place.line, place.column), place.expected or UNSAID)
            for place in document.placeholders
        ),
    )
