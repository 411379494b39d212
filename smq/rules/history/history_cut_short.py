"""This copy of the repository does not hold the whole history.

Why: who recorded an approval is looked up in the history; what lies before the cut cannot be
told, neither for nor against.

Wrong:
    git clone --depth 1

Fix: fetch the whole history. In a pipeline: `GIT_DEPTH: 0` at GitLab, `fetch-depth: 0` at GitHub.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule
from smq.rules.history.confronted import Brought, cases

rule = Rule(
    __name__,
    "GIT008",
    _("{count} approval cannot be confronted with history here: this copy does not hold it all."),
    plural=_(
        "{count} approvals cannot be confronted with history here: this copy does not hold it all."
    ),
    hint=_("Take the whole history; in a pipeline: GIT_DEPTH: 0 or fetch-depth: 0"),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding for the platform, with the number of approvals that lie before the cut."""
    count = sum(case.brought is Brought.BEFORE_THE_CUT for case in cases(system))
    if count:
        yield rule.finding(Location("smq.yaml"), count=count)
