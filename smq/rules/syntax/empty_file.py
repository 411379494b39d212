"""A file is empty.

Why: an empty file among documents is a document started and forgotten, or lost by a full disk.

Wrong:
    documents/PRE/PRE-PRO-001-prestation.md

Fix: write it, bring its last version back, or delete it.
"""

from smq.i18n import _
from smq.model import Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN013",
    _("The file is empty."),
    hint=_("Write it, bring its last version back, or delete it."),
    severity=Severity.WARNING,
)
rule.reports("empty-file")
