"""The type of a document is none of the platform's types.

Why: the type decides of obligatory sections, approvals and reviews; without it none is checked.

Wrong:
    type: PROC

Fix: write one of the types listed in referentiel/types/.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, nearest
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN017",
    _("«{written}» is no type of document of this platform."),
    hint=_("Nearest: {near}. The types are {words}."),
)
_HINT_ALONE = _("The types are {words}.")
_HINT_FOREIGN = _("Say in smq.yaml, under «codification: types», which one it is: {words}.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when the type is written and not known; silent while no type is pinned."""
    if not system.types:
        return
    if system.settings.foreign:
        yield from _foreign(document, system)
        return
    written = (document.text("type") or "").strip()
    if not written or written in system.types:
        return
    kinds = dict(system.settings.codification.kinds)
    near = kinds.get(written) or nearest(written, tuple(system.types))
    yield rule.finding(
        document.at_field("type"),
        code=document.code_text,
        hint=None if near else _HINT_ALONE,
        written=written,
        near=near or "",
        words=", ".join(system.types),
    )


def _foreign(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a warning when neither the code nor `lecture.types` leads to a type of ours.

    There the `type` key is a mere label unless `lecture.types` maps it (`contracts.md` §3).
    """
    if document.type in system.types:
        return
    label = document.text("type") if system.settings.reading.types else None
    word = document.code.type if document.code else document.type
    written = label or word
    if written:
        yield rule.finding(
            document.at_field("type" if label else "code"),
            code=document.code_text,
            severity=Severity.WARNING,
            hint=_HINT_FOREIGN,
            written=written,
            words=", ".join(system.types),
        )
