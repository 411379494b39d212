"""smq.yaml names a referential that the platform does not have.

Why: nothing is judged against it.

Wrong:
    referentiels: [infra-pluss]

Fix: correct the name, or put the file back under `referentiel/referentiels/`.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "REF006",
    _("The referential «{name}» is not there: {path} does not exist."),
    hint=_("Correct «referentiels» in smq.yaml, or put the file back."),
)
rule.reports("missing-referential")
