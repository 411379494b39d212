"""The signature under an approval cannot be verified on this computer.

Why: a signature is worth something once it is verified; that asks for a program, and for OpenPGP
the public key of whoever signed. Nothing says that it is wrong.

Wrong:
    smq check on a computer without ssh-keygen

Fix: install what is not there, or read the result where it is: the computer that checks each
version of the repository has it.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.recording import Signed
from smq.rules import Rule
from smq.rules.history.confronted import Brought, cases

rule = Rule(
    __name__,
    "GIT006",
    _("The signature of {person} under version «{version}» cannot be verified here: no {program}."),
    hint=_("Install {program}, or read the result where the signatures are verified."),
    severity=Severity.WARNING,
)
NO_KEY = _(
    "The signature of {person} under version «{version}» cannot be verified here: their public key"
    " is not on this computer."
)
NO_KEY_HINT = _("Ask {person} for their public key, and import it: gpg --import FILE")
_ELSEWHERE = (Brought.BY_ANOTHER, Brought.BY_NOBODY_KNOWN, Brought.BEFORE_THE_CUT)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the signatures that wait for a program or a key; notes where none is asked for."""
    required = system.settings.signatures_required
    for case in cases(system):
        signature = case.recording.signature
        if signature is None or signature.state is not Signed.UNVERIFIED:
            continue
        if case.brought in _ELSEWHERE:
            continue
        key = signature.lacking == "key"
        yield rule.finding(
            case.place,
            code=case.document.code_text,
            severity=Severity.WARNING if required else Severity.NOTE,
            message=NO_KEY if key else None,
            hint=NO_KEY_HINT if key else None,
            version=case.record.version,
            person=case.person.name,
            program=signature.lacking,
        )
