"""An approval given in git beside the commit that brought it, and who that was."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from smq.lifecycle import is_in_git, version_order
from smq.model import ApprovalRecord, Document, Location, Person, QualitySystem, Severity
from smq.model.recording import Recording, Signed


class Brought(Enum):
    """Who brought a line of approval, as far as history tells."""

    BY_THEMSELVES = auto()
    BY_ANOTHER = auto()
    BY_NOBODY_KNOWN = auto()
    BEFORE_HISTORY = auto()
    BEFORE_THE_CUT = auto()
    WITHOUT_ADDRESS = auto()


@dataclass(frozen=True, slots=True)
class Case:
    """An approval given in git, by somebody of `smq.yaml`, with the commit that brought it.

    Attributes:
        document: whose it is.
        record: the line.
        person: whom it names.
        recording: the commit.
        brought: who made it.
    """

    document: Document
    record: ApprovalRecord
    person: Person
    recording: Recording
    brought: Brought

    @property
    def place(self) -> Location:
        """Return the place of the line."""
        return self.document.at(self.record.line, self.record.column)

    @property
    def is_relied_on(self) -> bool:
        """Return whether the line approves the version in the header, or the one to come."""
        return version_order(self.record.version) >= version_order(self.document.version)

    @property
    def severity(self) -> Severity:
        """Return an error where readers rely on the line, a warning for an earlier version."""
        return Severity.ERROR if self.is_relied_on else Severity.WARNING


def cases(system: QualitySystem) -> Iterator[Case]:
    """Yield the approvals given in git that history knows.

    Whoever stands for nobody in `smq.yaml` is LIF007's.
    """
    for document in system.documents:
        for number, record in enumerate(document.approvals):
            recording = system.history.recordings.get((document.path, number))
            person = system.settings.person(record.by)
            if recording and person and is_in_git(record):
                brought = _brought(person, recording, system)
                yield Case(document, record, person, recording, brought)


def owners(address: str, system: QualitySystem) -> tuple[str, ...]:
    """Return the identifiers of the people who have an address of git."""
    return tuple(person for one, person in system.history.addresses if one == address)


def is_signed_by(person: Person, recording: Recording, system: QualitySystem) -> bool:
    """Return whether a commit bears the signature of a person, with a key of theirs."""
    signature = recording.signature
    if signature is None or signature.state is not Signed.KNOWN:
        return False
    return any(person.id in owners(address, system) for address in signature.addresses)


def _brought(person: Person, recording: Recording, system: QualitySystem) -> Brought:
    # Where the clone is cut, the commit there seems to have brought all that it holds.
    if recording.cut:
        return Brought.BEFORE_THE_CUT
    authors = owners(recording.author, system)
    if person.id in authors or is_signed_by(person, recording, system):
        return Brought.BY_THEMSELVES
    if recording.begins:
        return Brought.BEFORE_HISTORY
    if authors:
        return Brought.BY_ANOTHER
    has_address = any(known == person.id for _address, known in system.history.addresses)
    return Brought.BY_NOBODY_KNOWN if has_address else Brought.WITHOUT_ADDRESS
