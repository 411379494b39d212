"""Permanent identifiers of documents (`contracts.md` §3)."""

import secrets
from collections.abc import Callable, Container

ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
LETTERS = "abcdefghjkmnpqrstuvwxyz"
LENGTH = 8

NewId = Callable[[], str]


def random_id() -> str:
    """Return a new identifier: eight characters, the first a letter, from the system's source."""
    rest = (secrets.choice(ALPHABET) for _index in range(LENGTH - 1))
    return secrets.choice(LETTERS) + "".join(rest)


def unused(new_id: NewId, used: Container[str | None]) -> str:
    """Return a new identifier that no document bears yet."""
    while (identity := new_id()) in used:
        pass
    return identity


def is_id(text: str) -> bool:
    """Return whether a text is an identifier as smq gives them."""
    return len(text) == LENGTH and text[0] in LETTERS and all(sign in ALPHABET for sign in text)
