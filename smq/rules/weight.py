"""How heavy a finding is, by the state of the document that holds it (`contracts.md` §8)."""

from smq.model import Document, Severity


def by_state(document: Document) -> Severity:
    """Return an error for a document in review or in force, a warning for a draft."""
    return Severity.ERROR if document.is_settled else Severity.WARNING


def content(document: Document) -> Severity:
    """Return an error for a document in review or in force, a note for work not done yet."""
    return Severity.ERROR if document.is_settled else Severity.NOTE


def slight(document: Document) -> Severity:
    """Return a warning for a document in review or in force, a note before and after."""
    return Severity.WARNING if document.is_settled else Severity.NOTE
