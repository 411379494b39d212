"""A file named .md is not text.

Why: nothing in it can be read, linked or rendered. It is often a Word file that was renamed.

Wrong:
    documents/PRE/PRE-PRO-001-prestation.md

Fix: give the file its own name back (.docx, .pdf) and write a .md beside it that names it in the
field original.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN012",
    _("The file is named .md, but it is not text."),
    hint=_("Name it .docx or .pdf again, and name it under «original» in a .md beside it."),
)
rule.reports("binary-file")
