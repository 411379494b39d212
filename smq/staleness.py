"""Links that are stale: a document rests on others that were approved anew since it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache

from smq.lifecycle import (
    approval_of,
    approvals,
    came_into_force,
    version_in_force,
    version_order,
    whole_version,
)
from smq.links import linkage
from smq.model import (
    UNCHANGED,
    Approval,
    Document,
    Link,
    LinkKind,
    QualitySystem,
    Status,
)

CITING = (LinkKind.MENTION, LinkKind.DECLARED, LinkKind.PATH)
"""Links by which a document rests on another; its process and what it replaces are no such."""


class Cause(StrEnum):
    """What is amiss with a document cited; the value is JSON's word."""

    NEWER = "newer"
    WITHDRAWN = "withdrawn"
    NOT_IN_FORCE = "not_in_force"


class Look(StrEnum):
    """How a document in force was last read with what it cites."""

    APPROVED = "approved"
    REVIEWED = "reviewed"
    CONFIRMED = "confirmed"
    APPLIED = "applied"


@dataclass(frozen=True, slots=True)
class Stale:
    """A link that somebody has to look at.

    Attributes:
        link: the first one from its document to that target.
        target: the document cited, as its file is now.
        cause: what is amiss.
        version: whole version of the target in force, empty when none is.
        since: when that version came into force, None when nothing says so.
        look: how the document was last read.
        looked: when, None when nothing says so.
        change: what the history of the target says of that version, or empty.
    """

    link: Link
    target: Document
    cause: Cause
    version: str = ""
    since: date | None = None
    look: Look = Look.APPROVED
    looked: date | None = None
    change: str = ""


def rests(document: Document, system: QualitySystem) -> bool:
    """Return whether a document in force may rest on others: no record, no generated list."""
    return (
        not system.settings.foreign
        and document.is_in_force(system.today)
        and not document.generated
        and approval_of(document, system) is not Approval.NONE
    )


def stale_links(document: Document, system: QualitySystem) -> tuple[Stale, ...]:
    """Return the links of a document in force that are to be looked at, the newest targets first.

    A link is fresh when it is made: its document was approved after that. It is stale once another
    version of its target than the first is in force, approved after its document was last read; the
    same day is not after. An editorial correction (2.1) makes no link stale.

    Args:
        document: of the system.
        system: the platform, which knows what is in force while a document is being revised.
    """
    grounds = _grounds(system)
    links = linkage(system).outgoing.get(document.path, ())
    cited: dict[str, Link] = {}
    for link in links:
        if link.target and link.target.path in grounds and link.kind in CITING:
            cited.setdefault(link.target.path, link)
    if not cited or not rests(document, system):
        return ()
    for link in links:
        if link.target and link.kind is LinkKind.REPLACES:
            cited.pop(link.target.path, None)
    found = [
        stale
        for path, link in cited.items()
        for stale in _stale(link, grounds[path], document, system)
    ]
    return tuple(sorted(found, key=_newest_first))


def resting_on(target: Document, system: QualitySystem) -> tuple[Document, ...]:
    """Return the documents in force that rest on another directly, by path.

    They are those who will have to confirm once it has a next version.
    """
    sources = {
        link.source.path: link.source
        for link in linkage(system).incoming.get(target.path, ())
        if link.kind in CITING and rests(link.source, system)
    }
    return tuple(sources[path] for path in sorted(sources))


@dataclass(frozen=True, slots=True)
class _Ground:
    """A document that others may have to look at: why, its version in force, when it was approved.

    `held` and `approved` are None but for a newer version.
    """

    target: Document
    cause: Cause
    held: Document | None = None
    approved: date | None = None


@lru_cache(maxsize=1)
def _grounds(system: QualitySystem) -> Mapping[str, _Ground]:
    """Return, by path, the documents a link to which may be stale; made once for each system."""
    found = (_ground(document, system) for document in system.documents)
    return {ground.target.path: ground for ground in found if ground}


def _ground(target: Document, system: QualitySystem) -> _Ground | None:
    if target.generated or approval_of(target, system) is Approval.NONE:
        return None
    if target.status is Status.WITHDRAWN:
        return _Ground(target, Cause.WITHDRAWN)
    if _is_first(target.version):
        never = version_in_force(target, system) is None and _never_in_force(target)
        return _Ground(target, Cause.NOT_IN_FORCE) if never else None
    held = version_in_force(target, system)
    # Whoever cites a document that is being written waits for its first version.
    if held is None or _is_first(held.version):
        return None
    approved = approved_on(held, system)
    return _Ground(target, Cause.NEWER, held, approved) if approved else None


def _stale(
    link: Link, ground: _Ground, document: Document, system: QualitySystem
) -> Iterator[Stale]:
    held, approved = ground.held, ground.approved
    if held is None or approved is None:
        yield Stale(link, ground.target, ground.cause)
        return
    look, looked = _last_look(document, system)
    if looked is None or approved <= looked or _confirmed(document, held, approved, system):
        return
    look, looked = _earlier_confirmation(document, held, looked, look, system)
    version = whole_version(held.version)
    change = next((v.change for v in held.history if v.version == version), "")
    since = came_into_force(held)
    yield Stale(link, ground.target, Cause.NEWER, version, since, look, looked, change)


def _is_first(version: str) -> bool:
    """Return whether a version is the first one, a correction of it, or none yet."""
    return version_order(whole_version(version)) <= (1,)


def _never_in_force(target: Document) -> bool:
    waiting = target.state is Status.APPROVED and version_order(target.version) == (1,)
    return not target.version or waiting


def _last_look(document: Document, system: QualitySystem) -> tuple[Look, date | None]:
    """Return how and when a document was last read as a whole.

    What approved its version, not a correction of it (2.1), else its application; or a review since
    that found nothing to change.
    """
    signed = _signed(document, system)
    day, look = (signed, Look.APPROVED) if signed else (document.effective, Look.APPLIED)
    for review in document.reviews:
        read = review.result == UNCHANGED and review.date and review.date <= system.today
        if read and review.date and review.by and (day is None or review.date >= day):
            day, look = review.date, Look.REVIEWED
    return look, day


def _signed(document: Document, system: QualitySystem) -> date | None:
    """Return when the whole version of a document was approved, None when nothing says so."""
    whole = whole_version(document.version)
    records = approvals(replace(document, version=whole), system) or approvals(document, system)
    return max((r.date for r in records if r.date), default=None)


def approved_on(held: Document, system: QualitySystem) -> date | None:
    """Return when the whole version of a document was approved, else when it came into force."""
    return _signed(held, system) or came_into_force(held)


def _confirmed(document: Document, held: Document, approved: date, system: QualitySystem) -> bool:
    return any(
        row.version == whole_version(held.version)
        and row.by
        and row.date
        and approved <= row.date <= system.today
        for row in document.confirmations
        if _is_of(row.target, held)
    )


def _earlier_confirmation(
    document: Document, target: Document, looked: date, look: Look, system: QualitySystem
) -> tuple[Look, date]:
    """Return the last look at a link: the confirmation of an earlier version, or what is known."""
    days = [
        row.date
        for row in document.confirmations
        if row.date and row.by and row.date <= system.today and _is_of(row.target, target)
    ]
    last = max(days, default=looked)
    return (Look.CONFIRMED, last) if last > looked else (look, looked)


def _is_of(written: str, target: Document) -> bool:
    return written in (target.id, target.code_text, *target.aliases)


def _newest_first(stale: Stale) -> tuple[int, int, str]:
    order = list(Cause).index(stale.cause)
    return order, -(stale.since or date.min).toordinal(), stale.target.label
