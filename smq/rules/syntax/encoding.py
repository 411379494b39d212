"""A file is not written in UTF-8.

Why: accents are guessed, and another computer may guess otherwise: «é» becomes «Ã©».

Wrong:
    titre: Pr�parer un �chantillon

Fix: open the file in an editor and save it with the encoding UTF-8.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN008",
    _("The file is not written in UTF-8; its accents were read as {guessed}."),
    hint=_("Check the accents, then save the file with the encoding UTF-8."),
)
rule.reports("encoding")
