"""What tests of joining share: two writings of a text that grew from one."""

from smq.merging import Passage, Settling, Side
from smq.merging.content import joined_content

MINE = Side.MINE
THEIRS = Side.THEIRS
BOTH = Side.BOTH


def joined(
    path: str,
    base: str | None,
    mine: str,
    theirs: str,
    side: Side | None = None,
) -> tuple[str, list[Passage]]:
    """Return the text that holds both, and the passages without a choice."""
    settling = Settling(lambda _passage: side)
    old = None if base is None else base.encode()
    whole = joined_content(path, old, mine.encode(), theirs.encode(), {}, settling)
    assert whole is not None
    return whole.decode(), settling.open
