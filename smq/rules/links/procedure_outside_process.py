"""A procedure belongs to no process.

Why: it appears nowhere on the process map, and nobody answers for it.

Wrong:
    code: PRE-PRO-001
    type: PRO
    processus:

Fix: write the code of its process: `smq set CODE processus=PRE`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, Status
from smq.rules import Rule

_CONCERNED = frozenset({"PRO", "MOP"})

rule = Rule(
    __name__,
    "LNK009",
    _("{document} belongs to no process."),
    hint=_("Write one after «processus:». The processes are {words}."),
    severity=Severity.WARNING,
)


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for a procedure without process, when the platform declares processes."""
    processes = system.settings.processes
    if system.settings.foreign or not processes or (document.process or "").strip():
        return
    if document.type in _CONCERNED and document.status is not Status.WITHDRAWN:
        yield rule.finding(
            document.at_field("processus"),
            code=document.code_text,
            document=document.label,
            words=", ".join(process.code for process in processes),
        )
