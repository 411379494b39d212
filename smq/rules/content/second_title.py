"""The text has a heading of level 1, beside the title of the header.

Why: the title is printed from the header;
a second one repeats it, or contradicts it after the next change.

Wrong:
    # Traiter une prestation

    ## Objet

    Ce que la procédure garantit.

Fix: remove the line if it repeats the title; start sections with «##».
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.merging import is_merging

rule = Rule(
    __name__,
    "CNT010",
    _("«{heading}» is a second title; the header says «{title}»."),
    hint=_("Remove the line if it repeats the title; a section starts with ##."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the headings of level 1 of a document that smq made."""
    if system.settings.foreign or is_merging(document, system):
        return
    # Without a title in the header, the first heading is the title that the tool took.
    headings = document.body.headings[0 if document.text("titre") else 1 :]
    for heading in headings:
        if heading.level == 1:
            yield rule.finding(
                document.at(heading.line, heading.column),
                code=document.code_text,
                heading=heading.text,
                title=document.title,
            )
