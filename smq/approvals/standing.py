"""Whether the approval of a content still holds: its fingerprint against what is there now."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace

from smq.approvals.fingerprint import Read, fingerprint
from smq.approvals.naming import Undecided
from smq.lifecycle import approvals, coming_version
from smq.links.index import Index
from smq.model import Document, QualitySystem, Status


def with_fingerprints(system: QualitySystem, read: Read) -> QualitySystem:
    """Return a platform whose documents know whether they changed since they were approved.

    Args:
        system: the platform, as read.
        read: gives the bytes of its files.
    """
    index = Index(system)
    documents = tuple(
        fingerprinted(document, read(document.path) or b"", index, read)
        if _is_bound(document)
        else document
        for document in system.documents
    )
    return replace(system, documents=documents)


def coming_fingerprints(system: QualitySystem, read: Read) -> Mapping[str, str]:
    """Return path → fingerprint, as the version to come, of each document in review.

    One in which a name leads to several documents has none.

    Args:
        system: the platform, as read.
        read: gives the bytes of its files.
    """
    index = Index(system)
    found: dict[str, str] = {}
    for document in system.documents:
        if document.state is Status.IN_REVIEW:
            version = coming_version(document, system.settings)
            raw = read(document.path) or b""
            with suppress(Undecided):
                found[document.path] = fingerprint(document, raw, version, index, read)
    return found


def fingerprinted(document: Document, raw: bytes, index: Index, read: Read) -> Document:
    """Return a document with the fingerprint of its content as its version, and what it says.

    Where a name leads to several documents nothing is known, and nothing is held against it.

    Args:
        document: as read from `raw`.
        raw: the bytes of its file.
        index: what its codes, titles and paths lead to.
        read: gives pictures, attachments and the original.
    """
    try:
        now = fingerprint(document, raw, document.version, index, read)
    except Undecided:
        return document
    bound = [r.fingerprint for r in approvals(document, index.system) if r.fingerprint]
    return replace(document, fingerprint=now, altered=bool(bound) and now not in bound)


def _is_bound(document: Document) -> bool:
    """Return whether an approval of the version in the header says what was approved."""
    return bool(document.version) and any(
        record.fingerprint and record.version == document.version for record in document.approvals
    )
