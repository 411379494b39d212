"""Gives an id to a document that has none: the one time that a person sets it."""

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Document
from smq.operations.field_values import Context
from smq.operations.identifiers import ALPHABET, is_id


def may_take_id(document: Document) -> bool:
    """Return whether a document has no id, or one that smq did not give and nobody approved."""
    written = (document.id or "").strip()
    return not written or not (is_id(written) or document.version or document.approvals)


def identity(context: Context, field: str, typed: str) -> str:
    """Return the id typed.

    Raises:
        SmqError: it is no id as smq gives them, or another document has it.
    """
    if not is_id(typed):
        raise SmqError(
            _("{field}: «{typed}» is no id as smq gives them."),
            _("An id is 8 characters of {alphabet}, the first a letter."),
            field=field,
            typed=typed,
            alphabet=ALPHABET,
        )
    other = next(iter(context.system.by_id.get(typed, ())), None)
    if other:
        raise SmqError(
            _("{field}: «{typed}» is already the id of {other}."),
            field=field,
            typed=typed,
            other=other.path,
        )
    return typed
