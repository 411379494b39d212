"""Resolves the links of a system; pure (`contracts.md` §6)."""

from functools import lru_cache

from smq.links.collect import Collected, collect
from smq.links.files import leads_out
from smq.links.folding import fold, letters
from smq.links.index import Index, Match
from smq.links.near import in_wrong_case, last_number, near_code, near_title
from smq.links.summary import Summary, summary
from smq.model import Link, Linkage, QualitySystem

__all__ = [
    "Index",
    "Match",
    "Summary",
    "fold",
    "in_wrong_case",
    "index",
    "last_number",
    "leads_out",
    "letters",
    "linkage",
    "near_code",
    "near_title",
    "summary",
]


@lru_cache(maxsize=1)
def index(system: QualitySystem) -> Index:
    """Return what the links of a system can lead to; made once for each system."""
    return Index(system)


@lru_cache(maxsize=1)
def linkage(system: QualitySystem) -> Linkage:
    """Return all links of a system, resolved; made once for each system."""
    known = index(system)
    collected = [collect(document, known) for document in system.documents]
    links = tuple(link for part in collected for link in part.links)
    incoming: dict[str, list[Link]] = {document.path: [] for document in system.documents}
    for link in links:
        if link.target is not None:
            incoming[link.target.path].append(link)
    return Linkage(
        links=links,
        outgoing=_outgoing(system, collected),
        incoming={path: tuple(found) for path, found in incoming.items()},
        dead_paths=tuple(link for part in collected for link in part.dead),
        to_itself=tuple(link for part in collected for link in part.own),
    )


def _outgoing(system: QualitySystem, collected: list[Collected]) -> dict[str, tuple[Link, ...]]:
    return {
        document.path: tuple(part.links)
        for document, part in zip(system.documents, collected, strict=True)
    }
