"""What several rules ask about the code and the id of a document."""

from smq.model import Code, Document, QualitySystem

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
"""Characters of an id; the first is a letter (`contracts.md` §3)."""
_LETTERS = 23
_LENGTH = 8


def meant(document: Document, system: QualitySystem) -> Code | None:
    """Return the code of a document, the right one when it is written in the wrong case."""
    if document.code or not document.code_text:
        return document.code
    return system.settings.codification.right_case(document.code_text)


def was_approved(document: Document) -> bool:
    """Return whether a version was ever approved: its code and id are then known to others."""
    return bool(document.version or document.approvals)


def is_shared(written: str, system: QualitySystem) -> bool:
    """Return whether several documents carry a code now: said once, at one of them."""
    code = system.settings.codification.parse(written)
    if code is None:
        return len(system.with_code(written)) > 1
    return len(system.by_identity.get(code.identity, ())) > 1


def proposed_id(document: Document, system: QualitySystem) -> str:
    """Return an id that a document without one may take.

    It follows from the path, so that the same folder always gives the same report; a document
    that `smq new` writes has a random one.
    """
    # Loaded only for a document without id: start-up is part of every command.
    from hashlib import sha256

    attempt = 0
    while True:
        digest = sha256(f"{document.path}\n{attempt}".encode()).digest()
        number, first = divmod(int.from_bytes(digest, "big"), _LETTERS)
        found = ALPHABET[first]
        while len(found) < _LENGTH:
            number, place = divmod(number, len(ALPHABET))
            found += ALPHABET[place]
        if found not in system.by_id:
            return found
        attempt += 1
