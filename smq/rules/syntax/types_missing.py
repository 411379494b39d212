"""No type of document is known: the folder referentiel/ is missing, or was never there.

Why: the types say which sections, fields, approvals and reviews are asked for, and which words a
code may hold. Without them nothing that hangs on a type is judged.

Wrong:
    smq check in a folder copied without its referentiel/

Fix: bring the folder referentiel/ back, from git or from a copy of the platform.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN025",
    _("The folder referentiel/types holds no type of document: most rules judge nothing."),
    hint=_("Bring it back, from a copy of the platform or from git: git restore referentiel"),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding for the platform, when it has documents and no type for them.

    A platform without a kit may declare the words of its codes itself, and need no types.
    """
    settings = system.settings
    if system.types or settings.foreign or not system.documents:
        return
    if settings.kit or not settings.codification.types:
        yield rule.finding(Location("smq.yaml"))
