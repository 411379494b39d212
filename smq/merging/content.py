"""Joins two writings of one file, by what sort of file it is."""

from collections.abc import Mapping

from smq.merging.passage import Settling
from smq.merging.table import joined_table
from smq.merging.texts import joined_document, joined_text, joined_yaml


def joined_content(
    path: str,
    base: bytes | None,
    mine: bytes,
    theirs: bytes,
    keys: Mapping[str, str],
    settling: Settling,
) -> bytes | None:
    """Return a file that holds what both sides changed, None when only a program could join them.

    Args:
        path: of the file here.
        base: as both knew it, None when it did not exist.
        mine: as it is here.
        theirs: as the others have it.
        keys: path of a register → the column that tells its rows apart.
        settling: chooses where both changed one place.
    """
    if any(b"\0" in side[:8000] or side.startswith(b"%PDF") for side in (mine, theirs)):
        return None
    suffix = path.rpartition(".")[2].lower()
    if suffix == "csv":
        joined = joined_table(path, base, mine, theirs, keys.get(path, "id"), settling)
        return joined or joined_text(path, base, mine, theirs, settling)
    if suffix == "md":
        return joined_document(path, base, mine, theirs, settling)
    join = joined_yaml if suffix in ("yaml", "yml") else joined_text
    return join(path, base, mine, theirs, settling)
