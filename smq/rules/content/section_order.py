"""Obligatory sections do not follow the order of the document's type.

Why: whoever knows one procedure finds their way in all of them, as long as the order is the same.

Wrong:
    ## Déroulement

    1. Enregistrer la demande.

    ## Objet

    Ce que la procédure garantit.

Fix: move the section with its text; the sentence of the finding recalls the order.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from smq.i18n import _
from smq.model import Document, Finding, Heading, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.weight import slight
from smq.sections import obligatory, standing

rule = Rule(
    __name__,
    "CNT004",
    _("The section «{section}» is not in its place; the order of the type {type} is: {order}."),
    hint=_("Move the section with its text."),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the sections to move, as few as put the others in order."""
    asked = obligatory(document, system)
    present = [heading for heading in standing(asked, document) if heading]
    if all(above.line <= below.line for above, below in pairwise(present)):
        return
    kept = _longest_in_order(present)
    for heading in sorted(present, key=lambda h: h.line):
        if heading not in kept:
            yield rule.finding(
                document.at(heading.line, heading.column),
                code=document.code_text,
                severity=slight(document),
                section=heading.text,
                type=document.type or "",
                order=", ".join(section.title for section in asked),
            )


def _longest_in_order(headings: Sequence[Heading]) -> tuple[Heading, ...]:
    # The longest run that is already in order stays: what remains is the least to move.
    best: list[tuple[Heading, ...]] = []
    for heading in headings:
        before = (run for run in best if run[-1].line <= heading.line)
        best.append((*max(before, key=len, default=()), heading))
    return max(best, key=len, default=())
