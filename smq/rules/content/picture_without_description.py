"""A picture has no description.

Why: whoever cannot see it, or prints in black and white, does not know what it shows;
public bodies owe accessible documents.

Wrong:
    ![](logigramme.png)

Fix: write between the brackets what the picture shows:
`![Étapes d’une prestation](logigramme.png)`.

Source: RGAA 4.1, criterion 1.1.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.weight import slight

rule = Rule(
    __name__,
    "CNT006",
    _("The picture {path} has no description."),
    hint=_("Write what it shows between the brackets: ![…]({path})"),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the pictures whose brackets are empty."""
    for picture in document.body.pictures:
        if not picture.text.strip():
            yield rule.finding(
                document.at(picture.line, picture.column),
                code=document.code_text,
                severity=slight(document),
                path=picture.path,
            )
