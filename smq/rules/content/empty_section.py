"""A heading has neither text nor a deeper heading under it.

Why: an empty section looks written in the contents list, and the reader who opens it finds nothing.

Wrong:
    ## Responsabilités

    ## Déroulement

    1. Enregistrer la demande.

Fix: write the section; remove the heading if the type does not ask for it.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.gathering import Fault, gathered
from smq.rules.merging import is_merging
from smq.sections import has_no_text, obligatory, same_title, titles

rule = Rule(
    __name__,
    "CNT003",
    _("The section «{what}» holds nothing."),
    plural=_("{count} sections hold nothing: {what}."),
    hint=_("Write it, or remove the heading if the type does not ask for it."),
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the empty headings; those that the type asks for weigh more."""
    empty = [heading for heading in document.body.headings if heading.empty]
    if not empty or has_no_text(document, system) or is_merging(document, system):
        return
    asked = frozenset[str]().union(*map(titles, obligatory(document, system)))
    yield from gathered(
        rule,
        document,
        (
            Fault(
                document.at(heading.line, heading.column),
                heading.text,
                Severity.ERROR if same_title(heading.text) in asked else Severity.WARNING,
            )
            for heading in empty
        ),
    )
