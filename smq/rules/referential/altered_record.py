"""A filed record is no longer the file that was filed.

Why: a record proves something because nobody can change it; one that changed, or that is gone,
proves nothing.

Wrong:
    enregistrements/PIL/lettre.yaml
    id: k7m2x9qa
    titre: Lettre d’engagement
    formulaire: PRE-PRO-001
    fichier: lettre.pdf
    sha256: 0000000000000000000000000000000000000000000000000000000000000000

Fix: put the file back as it was signed; a new version is filed as a new record (`smq file`).
Source: working referential of the label (unofficial): a signed file with its hash.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "REF012",
    _("The record «{title}» is no longer the file that was filed: {file}."),
    hint=_("Put the signed file back; a new version is filed anew: smq file"),
)
_GONE = _("The record «{title}» lacks its file: {file}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each record kept here whose file is gone or was changed."""
    for record in system.records:
        if record.file is not None and not record.intact:
            yield rule.finding(
                record.location,
                message=_GONE if record.actual is None else None,
                title=record.title,
                file=record.file,
            )
