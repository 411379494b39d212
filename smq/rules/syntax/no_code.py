"""A file of a tree that smq did not make carries no code.

Why: it is not read as a document: it may be the target of a link, and counts nowhere else.

Wrong:
    # Notes de réunion

Fix: give it a code where `lecture: code_dans` looks, or leave it out with `lecture: ignorer`.
"""

from smq.i18n import _
from smq.model import Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN020",
    _("No code was found in this file: it is not read as a document."),
    hint=_("Give it a code, or leave it out: «lecture: ignorer» in smq.yaml."),
    severity=Severity.NOTE,
)
rule.reports("no-code")
