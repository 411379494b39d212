"""A relative link leads to no file.

Why: a click on it opens an error, and the evidence it promised cannot be shown.

Wrong:
    Voir le [plan des locaux](../EQU/plan.pdf).

Fix: correct the path, counted from the folder of the document, or add the file. Capitals count.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.links.dead import dead_links

rule = Rule(
    __name__,
    "LNK005",
    _("The link «{target}» leads to no file."),
    hint=_("Nearest: {near}. Correct the path, or remove the link."),
)
_HINT_ALONE = _("Correct the path, or remove the link.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each relative link to nothing, and for each master that is not there."""
    return dead_links(rule, system, picture=False, hint_alone=_HINT_ALONE)
