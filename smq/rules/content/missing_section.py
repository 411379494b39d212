"""An obligatory section of the document's type is not there.

Why: the same type is read in the same order everywhere; a procedure without «Responsabilités»
leaves everyone to guess who acts.

Wrong:
    ## Objet

    Ce que la procédure garantit.

    ## Déroulement

    Qui fait quoi.

Fix: add the heading with its text, or one line saying why it does not apply.
Numbering, case and accents of the title do not matter.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, Location, QualitySystem
from smq.rules import Rule
from smq.rules.gathering import Fault, gathered
from smq.sections import obligatory, standing

rule = Rule(
    __name__,
    "CNT002",
    _("The section «{what}» is missing; the type {type} asks for it."),
    plural=_("{count} sections are missing; the type {type} asks for them: {what}."),
    hint=_("Add the heading «## …» with its text, or one line saying why it does not apply."),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the obligatory sections that no heading stands for."""
    asked = obligatory(document, system)
    yield from gathered(
        rule,
        document,
        (
            Fault(_end_of_text(document), section.title)
            for section, heading in zip(asked, standing(asked, document), strict=True)
            if heading is None
        ),
    )


def _end_of_text(document: Document) -> Location:
    if document.body.headings:
        last = document.body.headings[-1]
        return document.at(last.line, last.column)
    return document.at(document.header_end + 1, 1)
