"""A header cannot be read as YAML.

Why: without its header a document has no code, no status and no links: no list shows it.

Wrong:
    titre: Accueillir : première visite
    statut: [projet

Fix: correct the line. A value that holds a colon followed by a space, or that starts with a special
sign such as [ or @, goes between quotes.
"""

from smq.i18n import _
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN001",
    _("The header cannot be read: {reason}."),
    hint=_("Look at this line and the one above: a quote, a space after «:» or an indentation."),
)
rule.reports("unreadable-header")
