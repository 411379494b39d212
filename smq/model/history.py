"""What git knows that the rules need, as plain values."""

from dataclasses import dataclass, field


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
        ancestor_codes: code text → path, in the tree where the branch left the base; None when that
            is the base's own tree. A document that came to the base since was not deleted here.
    """

    available: bool = False
    shallow: bool = False
    base: str | None = None
    base_codes: tuple[tuple[str, str], ...] = field(default=())
    base_ids: tuple[tuple[str, str], ...] = ()
    ancestor_codes: tuple[tuple[str, str], ...] | None = None
