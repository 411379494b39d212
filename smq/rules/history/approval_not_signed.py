"""An approval given in git was recorded without a signature.

Why: git takes the name that one types; a signature alone shows whose key recorded the approval.

Wrong:
    signatures: exigees

Fix: whoever gives visas signs what they record, with a key that `signataires.txt` names; then
the visa is given again. The guide «Maîtriser les documents» says how to make a key.

Source: ISO 9001:2015, 7.5.3.2 c.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.recording import Signed
from smq.rules import Rule
from smq.rules.history.confronted import Brought, cases

rule = Rule(
    __name__,
    "GIT004",
    _("The approval of version «{version}» by {person} was recorded without a signature."),
    hint=_(
        "{person} signs what they record, with a key of signataires.txt, and gives this visa again."
    ),
)
_ELSEWHERE = (Brought.BY_ANOTHER, Brought.BY_NOBODY_KNOWN, Brought.BEFORE_THE_CUT)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the approvals that nobody signed; notes where signatures are left to each one."""
    required = system.settings.signatures_required
    for case in cases(system):
        signature = case.recording.signature
        if signature is None or signature.state is not Signed.NOT or case.brought in _ELSEWHERE:
            continue
        if required or case.is_relied_on:
            yield rule.finding(
                case.place,
                code=case.document.code_text,
                severity=case.severity if required else Severity.NOTE,
                version=case.record.version,
                person=case.person.name,
            )
