"""What git knows that the rules need, as plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from smq.model.recording import Recording


@dataclass(frozen=True, slots=True)
class History:
    """Facts of the repository.

    Attributes:
        available: the platform lies in a git work tree.
        shallow: the clone does not hold the whole history.
        base: name of the revision compared with (`--base`), or None.
        base_codes: code text → path, in the tree of the base.
        base_ids: path → id, in the tree of the base; for a path that it no longer has, in the tree
            where the branch left it.
        confronted: the approvals given in git were looked up.
        addresses: e-mail address, folded, and identifier of a person who has it; where a base is
            named, as the branch left it.
        recordings: path and place in `approbations` → the commit that brought the line, None when
            it is not recorded yet; absent when history cannot tell.
        signers: the platform names the keys of those who sign.
        ancestor_codes: code text → path, in the tree where the branch left the base; None when that
            is the base's own tree. A document that came to the base since was not deleted here.
    """

    available: bool = False
    shallow: bool = False
    base: str | None = None
    base_codes: tuple[tuple[str, str], ...] = field(default=())
    base_ids: tuple[tuple[str, str], ...] = ()
    ancestor_codes: tuple[tuple[str, str], ...] | None = None
    confronted: bool = False
    addresses: tuple[tuple[str, str], ...] = ()
    recordings: Mapping[tuple[str, int], Recording | None] = field(default_factory=dict)
    signers: bool = False
