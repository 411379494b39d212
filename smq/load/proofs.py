"""Looks at the files that visas name as their proof."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import normalize

from smq.model import ApprovalRecord, Document
from smq.proofs import path_of

_BLOCK = 1 << 20


def empty_proofs(
    root: Path, documents: Iterable[Document], files: frozenset[str]
) -> frozenset[str]:
    """Return the paths of the proofs that hold nothing."""
    named = {path_of(record) for record in _records(documents)}
    return frozenset(path for path in named & files if _size(root, path) == 0)


def proof_digests(
    root: Path, documents: Iterable[Document], files: frozenset[str]
) -> Mapping[str, str]:
    """Return path → SHA-256 of the proofs of which an approval keeps the hash.

    One scan is read once, however many visas it shows; others are not read at all.
    """
    named = {path_of(record) for record in _records(documents) if record.proof_digest}
    found = {path: _digest(root, path) for path in sorted(named & files)}
    return {path: digest for path, digest in found.items() if digest}


def _records(documents: Iterable[Document]) -> Iterable[ApprovalRecord]:
    return (record for d in documents for record in d.approvals if record.proof)


def _size(root: Path, path: str) -> int | None:
    file = _file(root, path)
    try:
        return file.stat().st_size if file else None
    except OSError:
        return None


def _digest(root: Path, path: str) -> str | None:
    """Return the SHA-256 of a file; None when it cannot be read: nothing is known of it then."""
    # OpenSSL comes with it, which a platform that keeps no hash has no use for.
    from hashlib import sha256

    file, whole = _file(root, path), sha256()
    if file is None:
        return None
    try:
        with file.open("rb") as stream:
            while block := stream.read(_BLOCK):
                whole.update(block)
    except OSError:
        return None
    return whole.hexdigest()


def _file(root: Path, path: str) -> Path | None:
    """Return the file of a path in NFC: a disk of macOS may know it decomposed only."""
    forms = dict.fromkeys((path, normalize("NFD", path)))
    return next((root / form for form in forms if os.path.lexists(root / form)), None)
