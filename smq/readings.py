"""Who has still to read the version in force of what, and which acknowledgements hold."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smq.lifecycle import (
    approval_of,
    came_into_force,
    same_person,
    version_in_force,
    whole_version,
)
from smq.model import Approval, Document, Person, QualitySystem, Settings
from smq.model.acknowledgement import Acknowledgement


@dataclass(frozen=True, slots=True)
class Pending:
    """A reading that is asked and not acknowledged.

    Attributes:
        document: the version in force.
        person: who has to read it.
        since: when that version came into force, None when nothing says so.
        read: an earlier version that the person has read, or empty.
    """

    document: Document
    person: Person
    since: date | None
    read: str


def readers(held: Document, settings: Settings) -> tuple[Person, ...]:
    """Return the people who have to read a version in force (`lectures` of smq.yaml).

    Who wrote it, verified or approved it has read it.
    """
    table = dict(settings.readers)
    roles = table.get(held.type or "*", table.get("*", ()))
    whole = whole_version(held.version)
    signed = [r.by for r in held.approvals if whole_version(r.version) == whole]
    return tuple(
        person
        for person in settings.people
        if set(roles) & set(person.roles)
        and not any(same_person(by, person.id, settings) for by in (*signed, held.author))
    )


def pending(system: QualitySystem) -> Iterator[Pending]:
    """Yield the readings that are asked and not acknowledged, by document then person."""
    for document in system.documents:
        yield from pending_of(document, system)


def pending_of(document: Document, system: QualitySystem) -> Iterator[Pending]:
    """Yield the readings of a document's version in force that are not acknowledged."""
    held = version_in_force(document, system)
    if held is None or approval_of(held, system) is Approval.NONE:
        return
    asked = readers(held, system.settings)
    mine = [a for a in system.acknowledgements if is_of(a, held)] if asked else []
    for person in asked:
        own = [a for a in mine if same_person(a.by, person.id, system.settings)]
        if not any(covers(a, held, system.today) for a in own):
            since = came_into_force(held)
            earlier = (a.version for a in own if a.version != whole_version(held.version))
            yield Pending(held, person, since, max(earlier, key=_number, default=""))


def is_of(acknowledgement: Acknowledgement, document: Document) -> bool:
    """Return whether an acknowledgement is of some version of a document."""
    if document.id:
        return acknowledgement.document == document.id
    return acknowledgement.document == document.code_text


def covers(acknowledgement: Acknowledgement, held: Document, today: date) -> bool:
    """Return whether an acknowledgement is of a document's version in force, and holds.

    That of an earlier version does not; an editorial correction (2.1) asks for no other reading.
    """
    return (
        is_of(acknowledgement, held)
        and acknowledgement.version == whole_version(held.version)
        and acknowledgement.intact
        and acknowledgement.date is not None
        and acknowledgement.date <= today
        and is_of_approved(acknowledgement, held)
    )


def is_of_approved(acknowledgement: Acknowledgement, document: Document) -> bool:
    """Return whether what was read is a content that was approved as the version it names.

    Nothing is held against it where the visas of that version bind no content.
    """
    bound = {
        record.fingerprint
        for record in document.approvals
        if record.fingerprint and whole_version(record.version) == acknowledgement.version
    }
    return not bound or acknowledgement.fingerprint in bound


def _number(version: str) -> tuple[int, str]:
    return (int(version), version) if version.isdecimal() else (0, version)
