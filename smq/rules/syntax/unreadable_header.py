"""A header cannot be read as YAML.

Why: without its header a document has no code, no status and no links: no list shows it.

Wrong:
    titre: Accueillir : première visite
    statut: [projet

Fix: correct the line. A value that holds a colon followed by a space, or that starts with a special
sign such as [ or @, goes between quotes.
"""

from collections.abc import Iterator
from dataclasses import replace

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN001",
    _("The header cannot be read: {reason}."),
    hint=_("Look at this line and the one above: a quote, a space after «:» or an indentation."),
)
_FILE = _("This file cannot be read: {reason}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the headers that are no YAML, and the YAML files, which have no header."""
    for finding in rule.of_problems(system, "unreadable-header"):
        bare = finding.location.path.endswith((".yaml", ".yml"))
        yield replace(finding, message=_FILE) if bare else finding
