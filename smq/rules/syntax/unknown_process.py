"""A document belongs to a process that the platform does not declare.

Why: it appears under no process of the map, and nobody answers for it.

Wrong:
    processus: PRS

Fix: write the code of a process of smq.yaml, or declare the process there.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN018",
    _("«{written}» is no process of this platform."),
    hint=_("Nearest: {near}. The processes are {words}."),
)
_HINT_ALONE = _("The processes are {words}.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when processes are declared and the document names another."""
    processes = system.settings.processes
    written = (document.text("processus") or "").strip()
    if not written or not processes or system.settings.process(written):
        return
    by_title = {process.title.casefold(): process.code for process in processes}
    codes = tuple(dict.fromkeys(process.code for process in processes))
    near = by_title.get(written.casefold()) or nearest(written, codes)
    yield rule.finding(
        document.at_field("processus"),
        code=document.code_text,
        hint=None if near else _HINT_ALONE,
        written=written,
        near=near or "",
        words=", ".join(codes),
    )
