"""What several rules ask about the code of a document."""

from smq.model import Code, Document, QualitySystem


def meant(document: Document, system: QualitySystem) -> Code | None:
    """Return the code of a document, the right one when it is written in the wrong case."""
    if document.code or not document.code_text:
        return document.code
    return system.settings.codification.right_case(document.code_text)


def was_approved(document: Document) -> bool:
    """Return whether a version was ever approved: its code and id are then known to others."""
    return bool(document.version or document.approvals)
