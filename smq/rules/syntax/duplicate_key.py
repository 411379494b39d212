"""A field is written twice in one place.

Why: only the first one is read; whoever corrects the second believes that the change counts.

Wrong:
    statut: projet
    statut: applicable

Fix: keep one of the two lines.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN006",
    _("«{key}» is written twice: line {first} counts, this one does not."),
    hint=_("Keep one of the two lines."),
)
rule.reports("duplicate-key")
