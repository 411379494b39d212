"""A file of the documents folder has no header.

Why: a document is known by its header; without it, it has no code and appears in no list.

Wrong:
    # Traiter une prestation

    La demande arrive par courriel.

Fix: create the document with `smq new` and paste the text below its header; or move a text that is
no document out of the folder.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN002",
    _("The file has no header: it is not known as a document."),
    hint=_("Create it with «smq new» and paste this text in it, or move the file elsewhere."),
)
rule.reports("missing-header")
