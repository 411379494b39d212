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

LABELS = {
    Status.DRAFT: "Draft",
    Status.IN_REVIEW: "In review",
    Status.APPROVED: "Approved",
    Status.IN_FORCE: "In force",
    Status.SUPERSEDED: "Superseded",
    Status.WITHDRAWN: "Withdrawn",
}
"""English msgid of each state, as shown."""
