"""Which of several files with one identifier is the document, and which are copies of it."""

from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from smq.model import Codification, Document
from smq.renumbering.past import Past


def original_of(
    twins: Sequence[Document], there: Collection[str], past: Past, codes: Codification
) -> Document:
    """Return the document that the others are copies of.

    The one whose file the base has, else the one whose file was there first, else the one whose
    name fits its code.

    Args:
        twins: documents with one identifier.
        there: paths of the documents of the base, or of what was shared already.
        past: history.
        codes: the codes of the platform.
    """
    key = twins[0].id or ""

    def rank(document: Document) -> tuple[bool, int, bool, str]:
        named = codes.parse_start(PurePosixPath(document.path).stem)
        fits = bool(named and document.code and named.identity == document.code.identity)
        arrival = past.arrival_at(document.path, key)
        return document.path not in there, arrival, not fits, document.path

    return min(twins, key=rank)
