"""The status of a document is no known word.

Why: a document whose status cannot be read does not count as in force.

Wrong:
    statut: validé

Fix: write projet, en_verification, approuve, applicable or retire. «Périmé» is never written: it is
the state of a past version, and it is computed.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import WRITTEN, Document, Finding, QualitySystem, Severity, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN016",
    _("«{written}» is no status."),
    hint=_("Nearest: {near}. The words are {words}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The words are {words}.")
_HINT_FOREIGN = _("Say in smq.yaml, under «lecture: statuts», which one it is: {words}.")
_HINT_COMPUTED = _(
    "It is computed, never written: a past version is superseded by itself. "
    "For a code that ends, write retire."
)
_COMPUTED = frozenset({"périmé", "perime", "périmée", "perimee"})


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the status is written and not known."""
    written = (document.text("statut") or "").strip()
    if document.status is not None or not written:
        return
    foreign = system.settings.foreign
    near = nearest(written, tuple(WRITTEN))
    yield rule.finding(
        document.at_field("statut"),
        code=document.code_text,
        hint=_HINT_FOREIGN if foreign else _hint(written, near),
        written=written,
        near=near or "",
        words=", ".join(WRITTEN),
    )


def _hint(written: str, near: str | None) -> str | None:
    if written.casefold() in _COMPUTED:
        return _HINT_COMPUTED
    return None if near else _HINT_ALONE
