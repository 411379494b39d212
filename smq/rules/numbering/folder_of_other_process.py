"""A document lies in the folder of another process than its own.

Why: the people of a process look in its folder: they do not find what lies elsewhere.

Wrong:
    documents/MAD/PRE-PRO-006-document.md
    code: PRE-PRO-006
    processus: PRE

Fix: move the file to the folder of its process, or correct `processus` in its header.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "NUM014",
    _("This document of the process {process} lies in the folder of {folder}."),
    hint=_("Move the file to {right}, or correct «processus» in its header."),
    severity=Severity.NOTE,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the first folder names another process that smq.yaml declares."""
    settings = system.settings
    root, *below = document.path.split("/")
    declared = settings.process(below[0]) if len(below) > 1 else None
    own = settings.process(document.process)
    if settings.foreign or not declared or not own or declared is own:
        return
    yield rule.finding(
        document.at_field("processus"),
        code=document.code_text,
        process=own.code,
        folder=declared.code,
        right=f"{root}/{own.code}",
    )
