"""A heading is more than one level below the heading before it.

Why: the contents list and screen readers take levels as steps;
a missing step looks like a lost section.

Wrong:
    ## Déroulement

    #### Cas particuliers

    Demande urgente : appeler le responsable.

Fix: remove «#» signs until the heading is one level below the one that holds it.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.weight import slight

rule = Rule(
    __name__,
    "CNT005",
    _("«{title}» is a heading of level {level} right under level {previous}."),
    hint=_("Write {marks} in front of it."),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the headings that skip a level; the title of the document counts as level 1."""
    previous = 1
    for heading in document.body.headings:
        if heading.level > previous + 1:
            yield rule.finding(
                document.at(heading.line, heading.column),
                code=document.code_text,
                severity=slight(document),
                title=heading.text,
                level=heading.level,
                previous=previous,
                marks="#" * (previous + 1),
            )
        previous = heading.level
