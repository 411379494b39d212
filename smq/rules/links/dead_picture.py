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
    for dead in dead_links(system, picture=True):
        yield rule.finding(
            dead.link.location,
            code=dead.link.source.code_text,
            severity=dead.severity,
            hint=None if dead.near else _HINT_ALONE,
            target=dead.link.written,
            near=dead.near or "",
        )
