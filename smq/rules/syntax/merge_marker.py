"""A mark of an unfinished merge is left in a file.

Why: two versions of the same passage stand one after the other, and nobody has chosen.

Wrong:
    <<<<<<< HEAD
    Le délai est de 5 jours.
    =======
    Le délai est de 10 jours.
    >>>>>>> qualite

Fix: keep the right version of the passage and remove the three lines of signs.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN009",
    _("An unfinished merge starts here: two versions of one passage follow each other."),
    hint=_("Keep the right one, and remove the lines «<<<<<<<», «=======» and «>>>>>>>»."),
)
rule.reports("merge-marker")
