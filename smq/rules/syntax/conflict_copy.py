"""A shared drive has left a conflict copy of a file.

Why: two people wrote the same document; what one of them wrote stands in the copy and is lost to
every reader.

Wrong:
    documents/PRE/PRE-PRO-001-prestation (conflicted copy 2027-02-20).md

Fix: compare the two files, bring together what counts in the first, then delete the copy.
"""

from smq.i18n import _
from smq.model import Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN011",
    _("This looks like a conflict copy of {original}, made by a shared drive."),
    hint=_("Bring what counts into {original}, then delete this copy."),
    severity=Severity.WARNING,
)
rule.reports("conflict-copy")
