"""What shows a visa given outside git, and whether it still does; pure."""

from enum import StrEnum
from posixpath import normpath
from unicodedata import normalize

from smq.model import ApprovalRecord, QualitySystem


class Proof(StrEnum):
    """What became of the proof of a visa; the value is JSON's word."""

    NEEDLESS = "needless"
    KEPT = "kept"
    UNNAMED = "unnamed"
    ABSENT = "absent"
    EMPTY = "empty"
    ALTERED = "altered"


MISSING = (Proof.UNNAMED, Proof.ABSENT, Proof.EMPTY)
"""Nothing can be shown on the day of the evaluation."""


def proof_of(record: ApprovalRecord, system: QualitySystem) -> Proof:
    """Return what became of the proof of a visa: a commit needs none, an address is believed."""
    if record.mode.strip().casefold() == "git":
        return Proof.NEEDLESS
    if not record.proof:
        return Proof.UNNAMED
    if "://" in record.proof:
        return Proof.KEPT
    path = path_of(record)
    if path not in system.files:
        return Proof.ABSENT
    if path in system.empty_proofs:
        return Proof.EMPTY
    now = system.proof_digests.get(path)
    written = (record.proof_digest or "").strip().lower().removeprefix("sha256:")
    return Proof.ALTERED if written and now and written != now else Proof.KEPT


def path_of(record: ApprovalRecord) -> str:
    """Return the POSIX path that a visa names as its proof, as paths of the platform are read."""
    return normalize("NFC", normpath(record.proof or ""))
