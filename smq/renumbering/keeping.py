"""Who keeps a code that several documents carry (`contracts.md` §10)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from smq.i18n import _
from smq.model import Document, Status
from smq.renumbering.past import Past


class Why(StrEnum):
    """What decided; the value is the msgid of the reason, as said of who keeps the code."""

    APPROVED = _("it was approved")
    FIRST_THERE = _("it was there already in what others share")
    CAME_FIRST = _("it came first into this history")
    IDENTIFIER = _("nothing tells which came first; its identifier comes first in the alphabet")
    COPIED = _("the other file is a copy")


@dataclass(frozen=True, slots=True)
class Claim:
    """What speaks for a document.

    Attributes:
        document: that carries the code.
        approved: a version of it was ever approved.
        there: the base, or what was shared already, has it under this code.
        arrival: place on HEAD's own line from which it bears the code.
        copy: it is a copied file, and no document of its own yet.
    """

    document: Document
    approved: bool
    there: bool
    arrival: int
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """Who keeps a code.

    Attributes:
        keeper: None when it is not for smq to say.
        why: what decided; None when nothing did.
        approved: those that were approved, when they are several.
    """

    keeper: Document | None
    why: Why | None = None
    approved: tuple[Document, ...] = ()


def keeper(claims: Sequence[Claim], past: Past) -> Kept:
    """Return who keeps a code.

    The one that was ever approved; else the one that the base has; else the one that entered HEAD's
    own line first, by the order of commits and never by dates; else the smaller identifier.

    Args:
        claims: two or more.
        past: history; in a copy of the repository that is not whole, what came before its first
            commits is in no order.
    """
    rest = [claim for claim in claims if not claim.copy] or claims
    if len(rest) == 1:
        return Kept(rest[0].document, Why.COPIED)
    approved = [claim for claim in rest if claim.approved]
    if len(approved) > 1:
        return Kept(None, None, tuple(claim.document for claim in approved))
    if approved:
        return Kept(approved[0].document, Why.APPROVED)
    there = [claim for claim in rest if claim.there]
    if len(there) == 1:
        return Kept(there[0].document, Why.FIRST_THERE)
    return _first(there or rest, past)


def _first(claims: Sequence[Claim], past: Past) -> Kept:
    arrival = min(claim.arrival for claim in claims)
    first = [claim for claim in claims if claim.arrival == arrival]
    if len(first) == 1:
        return Kept(first[0].document, Why.CAME_FIRST)
    if past.is_cut(arrival):
        return Kept(None)
    chosen = min(first, key=lambda claim: (claim.document.id or "~", claim.document.path))
    return Kept(chosen.document, Why.IDENTIFIER)


def was_approved(document: Document) -> bool:
    """Return whether a document was ever approved: its code was then seen outside."""
    settled = (Status.APPROVED, Status.IN_FORCE, Status.WITHDRAWN)
    return bool(document.version.strip() or document.approvals) or document.status in settled
