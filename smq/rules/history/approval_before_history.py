"""Approvals stand in the first version of the platform that was recorded.

Why: what was there when the history began was approved before it; the history cannot confirm who
gave it.

Wrong:
    a folder put under git with its documents already approved

Fix: nothing is wrong; the next approval of each document will be confirmed. Whoever needs more
keeps the older signatures as proofs: `mode: papier`, with `preuve`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.history.confronted import Brought, cases

rule = Rule(
    __name__,
    "GIT009",
    _("{count} approval is older than the history of this folder, which cannot confirm it."),
    plural=_(
        "{count} approvals are older than the history of this folder, which cannot confirm them."
    ),
    hint=_("Their next approvals will be confirmed; keep older proofs under «preuve»."),
    severity=Severity.NOTE,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding for the platform: a warning where signatures are asked for."""
    count = sum(case.brought is Brought.BEFORE_HISTORY for case in cases(system))
    if count:
        severity = Severity.WARNING if system.settings.signatures_required else None
        yield rule.finding(Location("smq.yaml"), severity=severity, count=count)
