"""The platform asks for signatures and names nobody's key.

Why: a signature is verified with the keys that the platform itself names; without them no
approval can be confirmed, whoever signs.

Wrong:
    signatures: exigees

Fix: write `signataires.txt` beside `smq.yaml`, one key a line: the address, then the public key.
Others read and record it before it counts.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, Location, QualitySystem
from smq.rules import Rule

rule = Rule(
    __name__,
    "GIT012",
    _("«signatures: exigees» in smq.yaml, and signataires.txt names nobody’s key."),
    hint=_("Write one key a line, and record it: first.name@example.org ssh-ed25519 AAAA…"),
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield one finding for a platform whose approvals in git are looked up."""
    history = system.history
    asked = system.settings.signatures_required and history.available and history.confronted
    if asked and not history.signers:
        yield rule.finding(Location("smq.yaml"))
