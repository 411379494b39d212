"""Two entries of smq.yaml have one name.

Why: only one of them is found by its code or name: the owner or the site of the other is lost, and
documents of the two are mixed.

Wrong:
    processus:
      - {code: PRE, titre: Réaliser, pilote: P02}
      - {code: PRE, titre: Préparer, pilote: P02}

Fix: give one of them another code or name, or remove it.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN027",
    _("«{written}» ({field}) already stands on line {first}."),
    hint=_("Give one of the two another name, or remove it."),
)
rule.reports("setting-twice")
