"""What a verb does to one document: the file afterwards, what is said, what comes next."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import approval_of
from smq.model import LABELS, Approval, Document, QualitySystem, Status, Word
from smq.operations.field_values import Remark
from smq.operations.header_edit import edit_header
from smq.operations.header_values import HeaderMap, in_place_of, put

Edit = Callable[[HeaderMap], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One document taken further.

    Attributes:
        document: as it was.
        content: its file afterwards.
        done: what happened, as one sentence: it is shown, and names the version in git.
        following: what comes next, for people.
        remarks: what the person should know although it is done.
    """

    document: Document
    content: bytes
    done: Remark
    following: tuple[Remark, ...] = ()
    remarks: tuple[Remark, ...] = ()


def edited(document: Document, raw: bytes, edit: Edit) -> bytes:
    """Return a file with its header changed, comments and order kept."""
    return edit_header(raw, edit, path=document.path)


def key(document: Document, name: str) -> str:
    """Return what the platform calls one of our fields."""
    return dict(document.keys).get(name, name)


def set_field(tree: HeaderMap, document: Document, name: str, value: str | None) -> None:
    """Give a field another text, with the quotes that stood there; None empties it."""
    field = key(document, name)
    put(tree, field, None if value is None else in_place_of(tree.get(field), value))


def set_date(tree: HeaderMap, document: Document, name: str, day: date) -> None:
    """Write a date as a date: 2027-02-20, without quotes."""
    put(tree, key(document, name), day.isoformat())


def set_status(tree: HeaderMap, document: Document, system: QualitySystem, word: str) -> None:
    """Write a state, in the platform's own word for it."""
    theirs = {ours: written for written, ours in reversed(system.settings.reading.statuses)}
    set_field(tree, document, "statut", theirs.get(word, word))


def is_overtaken(document: Document) -> bool:
    """Return whether an approved content was changed: a draft that still says otherwise."""
    return document.state is not document.status


def refuse_foreign(document: Document, system: QualitySystem) -> None:
    """Refuse a document of a tree that smq did not make: no visa written there would be read.

    Raises:
        SmqError: `smq.yaml` describes another tool's conventions.
    """
    if system.settings.foreign:
        raise SmqError(
            _("{code} follows the life cycle of the tool that made it; smq only reads it."),
            _("«lecture» in smq.yaml says what is read; a field is changed by smq set {code}."),
            code=document.label,
        )


def refuse_uncontrolled(document: Document, system: QualitySystem) -> None:
    """Refuse a document that has no approvals, and one whose life is kept by another tool.

    Raises:
        SmqError: records and generated lists have no life of their own (`design.md` §3).
    """
    refuse_foreign(document, system)
    if approval_of(document, system) is Approval.NONE:
        raise SmqError(
            _("{code} is never approved: a {type} holds what happened, or is made by smq."),
            _("Documents and their states: smq list"),
            code=document.label,
            type=document.type or "?",
        )


def expect(document: Document, states: tuple[Status, ...], hint: str) -> None:
    """Refuse a document that is in none of the states from which a verb starts.

    Args:
        document: which.
        states: from which the verb starts.
        hint: msgid of what to do instead; may use {code}.

    Raises:
        SmqError: it is in another state.
    """
    now = document.state
    if now in states:
        return
    if is_overtaken(document):
        message = _("{code} was changed after its approval: it is a draft of its next version.")
    elif now is None:
        message = _("{code} has no status that smq knows: «{written}».")
    else:
        message = _("{code} is «{status}».")
    raise SmqError(
        message,
        hint,
        code=document.label,
        status=Word(LABELS[now]) if now else "",
        written=document.text("statut") or "",
    )
