"""A document says that it serves a criterion that no referential of the platform has.

Why: the document counts for nothing, and the criterion that was meant seems to have no document.

Wrong:
    criteres: [INF-PR-99]

Fix: write the id of a criterion (`smq coverage` lists them), or remove it.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity, nearest, scalars
from smq.rules import Rule

rule = Rule(
    __name__,
    "REF007",
    _("{written} is no criterion of this platform."),
    hint=_("Nearest: {near}."),
    severity=Severity.WARNING,
)
_HINT_ALONE = _("The list: smq coverage.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding at each id that names no criterion."""
    known = {c.id for referential in system.referentials for c in referential.criteria}
    if not known:
        return
    for document in system.documents:
        for scalar in scalars(document.field("criteres")):
            if scalar.text not in known:
                near = nearest(scalar.text, tuple(known)) or ""
                yield rule.finding(
                    document.at(scalar.line, scalar.column),
                    code=document.code_text,
                    hint=None if near else _HINT_ALONE,
                    written=scalar.text,
                    near=near,
                )
