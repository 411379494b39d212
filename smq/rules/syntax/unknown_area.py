"""A document names a technical unit that the platform does not declare.

Why: the document is listed under no unit that exists, and the unit that was meant misses it.

Wrong:
    plateaux: [Raman]

Fix: write the name of a unit of `plateaux` in smq.yaml, or declare the unit there.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity, nearest, scalars
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN029",
    _("«{written}» is no technical unit (plateau) of this platform."),
    hint=_("Nearest: {near}. The units are {words}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The units are {words}.")
_HINT_NONE = _("smq.yaml declares none: write it under «plateaux» there, or remove it here.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each name of `plateaux` that smq.yaml does not hold."""
    if system.settings.foreign:
        return
    known = tuple(area.name for area in system.settings.areas if area.name)
    for written in scalars(document.field("plateaux")):
        if written.text in known or written.text.lstrip().startswith("["):
            continue
        # People say «Raman» for «Spectroscopie Raman».
        said = written.text.casefold()
        near = next((name for name in known if said and said in name.casefold()), None)
        near = near or nearest(written.text, known)
        alone = _HINT_ALONE if known else _HINT_NONE
        yield rule.finding(
            document.at(written.line, written.column),
            code=document.code_text,
            hint=None if near else alone,
            written=written.text,
            near=near or "",
            words=", ".join(known),
        )
