"""The platform's folder has no git history.

Why: numbers given on other branches, documents deleted since and past versions in force are
looked up in the history; without it they are not seen.

Wrong:
    smq check in a folder copied without its .git

Fix: work in the folder that git follows, or start a history there.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN023",
    _("The folder has no git history: deleted numbers and past versions are not looked up."),
    hint=_("Work in the folder that git follows; or start a history here: {command}"),
    severity=Severity.NOTE,
)
_COMMAND = "smq save"


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one note for the whole platform."""
    if not system.history.available:
        yield rule.finding(Location("smq.yaml"), command=_COMMAND)
