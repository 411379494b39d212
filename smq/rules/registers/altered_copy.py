"""A copy that «smq register sync» took of a register is no longer what was copied.

Why: the rows of the copy count as evidence because the original says the same; a copy that somebody
changed, or of which nothing says where it comes from, proves nothing.

Wrong:
    registres/copies/demandes.csv.yaml
    origine: S:/Plateforme/demandes.csv
    copie_le: 2027-02-20
    sha256: 0000000000000000000000000000000000000000000000000000000000000000

Fix: change the original, never the copy, then take the copy again (`smq register sync`).
Source: working referential of the label (unofficial): a file with its hash.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem, Severity
from smq.rules import Rule

rule = Rule(
    __name__,
    "REG016",
    _("The copy of «{origin}» was changed after it was taken: {file}."),
    hint=_("Take it again: smq register sync. Corrections are made in the original."),
)
_GONE = _("The copy of «{origin}» is gone: {file}.")
_GONE_HINT = _("Take it again: smq register sync; or delete {sidecar} too.")
_UNKNOWN = _("Nothing says what the copy {file} was when it was taken: {sidecar} holds no hash.")
_ALONE = _("Nothing says where the copy {file} comes from: {sidecar} is not there.")
_AGAIN = _("Take it again: smq register sync")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield a finding for each copy that was changed, is gone, or is not vouched for."""
    for copy in system.copies:
        place, severity, message, hint = copy.sidecar, Severity.WARNING, _ALONE, _AGAIN
        if copy.sidecar is None:
            place = Location(copy.path)
        elif copy.actual is None:
            message, hint = _GONE, _GONE_HINT
        elif copy.sha256 is None:
            message = _UNKNOWN
        elif copy.actual == copy.sha256:
            continue
        else:
            place, severity = Location(copy.path), Severity.ERROR
            message, hint = rule.message, rule.hint or ""
        yield rule.finding(
            place or Location(copy.path),
            severity=severity,
            message=message,
            hint=hint,
            origin=copy.origin or copy.path,
            file=copy.path,
            sidecar=f"{copy.path}.yaml",
            table=next(iter(copy.tables), ""),
        )
