"""The audience of a document is no known word.

Why: what is published or given to users is chosen by this word; another word keeps it inside.

Wrong:
    diffusion: restreinte

Fix: write interne, usagers or publique.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, nearest
from smq.rules import Rule

AUDIENCES = ("interne", "usagers", "publique")

rule = Rule(
    __name__,
    "SYN019",
    _("«{written}» is no audience."),
    hint=_("Nearest: {near}. The words are {words}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The words are {words}.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the audience is another word; another tool's words are its own."""
    written = (document.text("diffusion") or "").strip()
    if system.settings.foreign or not written or written in AUDIENCES:
        return
    near = nearest(written, AUDIENCES)
    yield rule.finding(
        document.at_field("diffusion"),
        code=document.code_text,
        hint=None if near else _HINT_ALONE,
        written=written,
        near=near or "",
        words=", ".join(AUDIENCES),
    )
