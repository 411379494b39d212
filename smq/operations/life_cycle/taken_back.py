"""A version approved and never in force goes back to its author: the one before stands again."""

from smq.lifecycle import version_order
from smq.model import Document, QualitySystem
from smq.operations.header_values import HeaderMap, put
from smq.operations.life_cycle.step import key, set_date, set_field
from smq.operations.life_cycle.visa import drop
from smq.operations.yaml_text import quoted


def take_back(tree: HeaderMap, document: Document, system: QualitySystem) -> None:
    """Take the visas of an approved version out, and put the version before back with its dates.

    Args:
        tree: the header.
        document: approved, not in force yet.
        system: the platform, which knows what is in force meanwhile.
    """
    drop(tree, document, document.version)
    before = system.earlier.get(document.path)
    version = before.version if before else _earlier_version(document)
    put(tree, key(document, "version"), quoted(version))
    # `smq publish` may have written the dates of the version that goes back.
    if before and before.effective:
        set_date(tree, document, "date_application", before.effective)
    elif document.effective:
        set_field(tree, document, "date_application", None)
    if before and before.next_review:
        set_date(tree, document, "prochaine_revue", before.next_review)
    elif document.next_review and not version:
        tree.pop(key(document, "prochaine_revue"), None)


def _earlier_version(document: Document) -> str:
    """Return the version approved before the one in the header; empty when it was the first."""
    current = version_order(document.version)
    known = {v.version for v in document.history} | {r.version for r in document.approvals}
    earlier = [version for version in known if () < version_order(version) < current]
    return max(earlier, key=version_order, default="")
