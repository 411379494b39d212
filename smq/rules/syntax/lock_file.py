"""A lock file of Word or Excel lies among the documents.

Why: it is no document; it says that someone has the file open, or that Word stopped badly.

Wrong:
    documents/PRE/~$PRE-PRO-001-prestation.docx

Fix: close the document in Word; if the file stays, delete it.
"""

from smq.i18n import _
from smq.model import Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN010",
    _("This is a lock file of Word or Excel, not a document."),
    hint=_("Close the document; if the file stays, delete it."),
    severity=Severity.NOTE,
)
rule.reports("lock-file")
