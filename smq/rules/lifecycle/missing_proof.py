"""An approval given outside git names no proof, or a proof that is not there or empty.

Why: a paper signature, an e-mail or minutes are worth
what can be shown on the day of the evaluation.

Wrong:
    approbations:
      - {version: "1", par: P01, role: approbateur, date: 2027-02-20, mode: papier}

Fix: put the scan, the e-mail or the minutes under `enregistrements/`
and write its path after `preuve`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem, Severity
from smq.proofs import MISSING, Proof, proof_of
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF011",
    _("The approval of version «{version}» by {person} names no proof."),
    hint=_("Put the proof under enregistrements/ and write its path after «preuve»."),
    severity=Severity.WARNING,
)

ABSENT = _("The proof of the approval of version «{version}» is not there: {proof}.")
EMPTY = _("The proof of the approval of version «{version}» is an empty file: {proof}.")
_MESSAGES = {Proof.ABSENT: ABSENT, Proof.EMPTY: EMPTY}


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the approvals, of any version, whose proof is not written, not found or empty."""
    for record in document.approvals:
        proof = proof_of(record, system)
        if proof not in MISSING:
            continue
        person = system.settings.person(record.by)
        yield rule.finding(
            document.at(record.line, record.column),
            code=document.code_text,
            message=_MESSAGES.get(proof),
            version=record.version,
            person=person.name if person else record.by,
            proof=record.proof or "",
        )
