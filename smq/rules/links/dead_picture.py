"""A picture is not in the folder.

Why: the rendered document shows an empty place where the reader expects a drawing.

Wrong:
    ![Logigramme de la prestation](images/logigramme.png)

Fix: add the picture, or correct its path, counted from the folder of the document. Capitals count.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.links.dead import dead_links

rule = Rule(
    __name__,
    "LNK006",
    _("The picture «{target}» is not there."),
    hint=_("Nearest: {near}. Correct the path, or add the picture."),
)
_HINT_ALONE = _("Correct the path, or add the picture.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each picture without a file."""
    return dead_links(rule, system, picture=True, hint_alone=_HINT_ALONE)
