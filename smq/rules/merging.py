"""Whether a file holds two versions of a passage: what looks wrong there may be of either."""

from smq.model import Document, QualitySystem


def is_merging(document: Document, system: QualitySystem) -> bool:
    """Return whether a merge mark is left in a document's file, which is said by SYN009."""
    return any(
        problem.kind == "merge-marker" and problem.location.path == document.path
        for problem in system.problems
    )
