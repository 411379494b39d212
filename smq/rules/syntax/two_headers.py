"""A second header block follows the first.

Why: only the first is read. The second is often what a copy and paste or an import left behind.

Wrong:
    ---
    code: PRE-PRO-001
    ---
    ---
    statut: applicable
    ---

Fix: move its lines into the first header, or remove the block.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN007",
    _("A second header starts here: nothing in it is read."),
    hint=_("Move its lines into the first header, or remove them with both lines «---»."),
)
rule.reports("two-headers")
