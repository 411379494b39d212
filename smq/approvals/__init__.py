"""What an approval is worth: the fingerprint of what was approved, and whether it still holds."""

from smq.approvals.fingerprint import EXCLUDED, FORMAT, Read, fingerprint
from smq.approvals.naming import Undecided
from smq.approvals.standing import coming_fingerprints, fingerprinted, with_fingerprints

__all__ = [
    "EXCLUDED",
    "FORMAT",
    "Read",
    "Undecided",
    "coming_fingerprints",
    "fingerprint",
    "fingerprinted",
    "with_fingerprints",
]
