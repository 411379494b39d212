"""Which documents make a form or a register part of the work."""

from collections.abc import Iterable, Iterator

from smq.links import linkage
from smq.model import Document, Link, LinkKind, QualitySystem, Status, scalars

PROCEDURES = frozenset({"PRO", "MOP", "FIP"})
FEEDERS = frozenset({"FOR", "PRO", "MOP"})


def is_unread(document: Document, system: QualitySystem) -> bool:
    """Return whether a header is missing or cannot be read: only that is to be said of the file."""
    return not system.settings.foreign and not document.header.entries


def is_unused_form(document: Document, system: QualitySystem) -> bool:
    """Return whether a document is a form that no living procedure cites or is cited by."""
    return (
        document.type == "FOR"
        and document.status is not Status.WITHDRAWN
        and not is_unread(document, system)
        and _is_judged(PROCEDURES, system)
        and not _is_tied(document, PROCEDURES, system)
    )


def is_unfed_register(document: Document, system: QualitySystem) -> bool:
    """Return whether a document is a register that no living form or procedure fills."""
    return (
        document.type == "REG"
        and document.status is not Status.WITHDRAWN
        and not is_unread(document, system)
        and _is_judged(FEEDERS, system)
        and not _is_tied(document, FEEDERS, system)
        and not _is_filled_by_form(document, system)
    )


def _is_judged(types: frozenset[str], system: QualitySystem) -> bool:
    # A tree that smq did not make may have no such documents at all: nothing to expect of it.
    return not system.settings.foreign or any(d.type in types for d in system.documents)


def _is_tied(document: Document, types: frozenset[str], system: QualitySystem) -> bool:
    links = linkage(system)
    others = [
        *(link.target for link in _chosen(links.outgoing[document.path])),
        *(link.source for link in _chosen(links.incoming[document.path])),
    ]
    return any(
        other is not None and other.type in types and other.status is not Status.WITHDRAWN
        for other in others
    )


def _chosen(links: Iterable[Link]) -> Iterator[Link]:
    """Yield the links that an author wrote: belonging to a process is no use of a form."""
    return (link for link in links if link.kind is not LinkKind.PROCESS)


def _is_filled_by_form(document: Document, system: QualitySystem) -> bool:
    """Return whether a form says in its header that it fills a table of the register."""
    tables = {scalar.text for scalar in scalars(document.field("tables"))}
    return bool(tables) and any(
        form.type == "FOR"
        and form.status is not Status.WITHDRAWN
        and form.text("registre") in tables
        for form in system.documents
    )
