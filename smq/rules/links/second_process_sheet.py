"""A process has two process sheets.

Why: the sheet says what the process takes in, gives out and is judged by; with two of them, each
reader follows the one they found.

Wrong:
    code: PRE-FIP-002
    type: FIP
    titre: Fiche du processus Réaliser
    processus: PRE

Fix: bring both texts together in one sheet and withdraw the other (`statut: retire`).

Source: ISO 9001:2015, 4.4.1.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, Status
from smq.rules import Rule

rule = Rule(
    __name__,
    "LNK015",
    _("The process {process} has a process sheet already: {other}."),
    hint=_("Keep one sheet: bring the texts together, then smq retire {document}"),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield each living sheet of a process but the first."""
    first: dict[str, Document] = {}
    for document in sorted(system.documents, key=lambda d: (d.code_text or "", d.path)):
        living = document.type == "FIP" and document.status is not Status.WITHDRAWN
        # In another tool's tree, FIP and process need not mean what they mean here.
        if not living or not document.process or system.settings.foreign:
            continue
        sheet = first.setdefault(document.process, document)
        if sheet is not document and sheet.code_text != document.code_text:
            yield rule.finding(
                document.at_field("processus"),
                code=document.code_text,
                process=document.process,
                other=sheet.label,
                document=document.label,
            )
