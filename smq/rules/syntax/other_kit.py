"""The kit that smq.yaml names is not the one that the documents grew from.

Why: comparing with a newer kit, or taking it, goes by that name: under another one nothing is found
to compare with.

Wrong:
    kit: {nom: infra}

Fix: write the name that stands before the slash in `modele` of the documents.
"""

from collections import Counter
from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "SYN031",
    _("The kit is named «{written}», but the documents grew from the kit «{kit}»."),
    hint=_("Write «nom: {kit}» under «kit» in smq.yaml."),
    severity=Severity.WARNING,
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding when no document comes from the kit named, and some from another."""
    settings = system.settings
    grown = Counter(
        document.model.partition("/")[0]
        for document in system.documents
        if document.model and "/" in document.model
    )
    if settings.kit and grown and settings.kit not in grown:
        kit = max(sorted(grown), key=lambda name: grown[name])
        place = settings.kit_place or Location("smq.yaml")
        yield rule.finding(place, written=settings.kit, kit=kit)
