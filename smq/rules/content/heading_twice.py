"""Two headings of one section have the same text.

Why: a link to one of them leads to the other,
and the reader of the contents list cannot tell them apart.

Wrong:
    ## Déroulement

    ### Demande

    Recevoir la demande.

    ### Demande

    Répondre à la demande.

Fix: give one of them a more precise title, or join the two texts.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, Heading, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.merging import is_merging

rule = Rule(
    __name__,
    "CNT008",
    _("«{title}» is already a heading, at line {line}."),
    hint=_("Give one of them a more precise title, or join the two texts."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield each heading that repeats a sister of the same level."""
    if system.settings.foreign or is_merging(document, system):
        return
    first: dict[tuple[int, int, str], Heading] = {}
    above: list[Heading] = []
    for heading in document.body.headings:
        while above and above[-1].level >= heading.level:
            above.pop()
        parent = above[-1].line if above else 0
        text = " ".join(heading.text.casefold().split())
        sister = first.setdefault((parent, heading.level, text), heading)
        if sister is not heading:
            yield rule.finding(
                document.at(heading.line, heading.column),
                code=document.code_text,
                title=heading.text,
                line=sister.line,
            )
        above.append(heading)
