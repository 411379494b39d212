"""The states of a document (`design.md` §3; `domain.md` (d))."""

from enum import StrEnum


class Status(StrEnum):
    """A state; the value is the word of the JSON output."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


WRITTEN = {
    "projet": Status.DRAFT,
    "en_verification": Status.IN_REVIEW,
    "approuve": Status.APPROVED,
    "applicable": Status.IN_FORCE,
    "retire": Status.WITHDRAWN,
}
"""The words that a header may hold; *périmé* is computed, never written."""

_ACCENTED = {
    "en_verification": "en vérification",
    "approuve": "approuvé",
    "retire": "retiré",
}


def as_said(word: str) -> str:
    """Return the word of a header as people write it, in a sentence: «en vérification»."""
    return _ACCENTED.get(word, word)


LABELS = {
    Status.DRAFT: "Draft",
    Status.IN_REVIEW: "In review",
    Status.APPROVED: "Approved",
    Status.IN_FORCE: "In force",
    Status.SUPERSEDED: "Superseded",
    Status.WITHDRAWN: "Withdrawn",
}
"""English msgid of each state, as shown."""
