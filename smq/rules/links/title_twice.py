"""Two documents of one type have the same title.

Why: whoever looks for a document by its title takes the first one, and a link by title leads to
either; often one is a draft that was begun twice.

Wrong:
    titre: Traiter une prestation

Fix: say in each title what the document is about, or withdraw the one that is too many.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.links import fold
from smq.model import Document, Finding, QualitySystem, Severity, Status
from smq.rules import Rule

rule = Rule(
    __name__,
    "LNK016",
    _("«{title}» is also the title of {other}."),
    hint=_("Say in each title what it is about, or withdraw the document that is too many."),
    severity=Severity.NOTE,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield each living document whose type and title another one has before it."""
    first: dict[tuple[str, str], Document] = {}
    for document in sorted(system.documents, key=lambda d: (d.code_text or "", d.path)):
        living = document.code_text and document.status is not Status.WITHDRAWN
        if not living or not document.type or not document.title or system.settings.foreign:
            continue
        namesake = first.setdefault((document.type, fold(document.title)), document)
        if namesake is not document and namesake.code_text != document.code_text:
            yield rule.finding(
                document.at_field("titre"),
                code=document.code_text,
                title=document.title,
                other=namesake.label,
            )
