"""A path leads out of the platform's folder.

Why: the file is not there for whoever receives the folder, and what lies outside is never read.

Wrong:
    original: ../../Bureau/procedure.docx

Fix: copy the file into the platform's folder and name it from there.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN022",
    _("«{path}» leads out of the platform's folder: it is not read."),
    hint=_("Copy what it leads to into the folder, and name it from there."),
)
rule.reports("leaves-folder")
