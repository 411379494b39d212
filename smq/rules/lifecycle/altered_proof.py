"""The file named as the proof of an approval is not the one that was filed with it.

Why: a scan that was exchanged, saved again or damaged shows something else than what was signed;
its hash, written with the visa, tells.

Wrong:
    approbations:
      - {version: "1", par: P01, role: approbateur, date: 2027-02-20, mode: papier,
         preuve: enregistrements/visas/visa.pdf, empreinte_preuve: "sha256:9f86d08…"}

Fix: put the file that was filed back; the history of the folder holds it.
A better scan of the same paper is filed beside the first one, under a name of its own,
and named in its place: `smq set CODE approbations[1].preuve=FILE`.
"""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document, Finding, QualitySystem
from smq.proofs import Proof, path_of, proof_of
from smq.rules import Rule

rule = Rule(
    __name__,
    "LIF015",
    _(
        "The proof of the approval of version «{version}» by {person} was changed since it was"
        " filed: {proof}."
    ),
    hint=_("Put the file that was filed back; its hash is {kept}…, this one has {now}…."),
)

_SHORT = 12


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield the approvals, of any version, whose proof has other bytes than when it was filed."""
    for record in document.approvals:
        if proof_of(record, system) is not Proof.ALTERED:
            continue
        person = system.settings.person(record.by)
        now = system.proof_digests[path_of(record)]
        yield rule.finding(
            document.at(record.line, record.column),
            code=document.code_text,
            version=record.version,
            person=person.name if person else record.by,
            proof=record.proof or "",
            kept=(record.proof_digest or "").strip().removeprefix("sha256:")[:_SHORT],
            now=now[:_SHORT],
        )
