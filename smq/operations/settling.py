"""What `renumber --auto` is told of git, and what it settled: values only."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from smq.model import Document, Location
from smq.model.lineage import PastDocument
from smq.operations.identifiers import NewId
from smq.operations.moves import Move, Renaming
from smq.operations.occurrences import Read
from smq.operations.renaming import Renamed
from smq.renumbering import Past, Why


@dataclass(frozen=True, slots=True)
class Ground:
    """What git says, and how files are read.

    Attributes:
        past: history, the work tree its last step.
        there: documents of the base, or of what was shared already.
        base: revision compared with, or None.
        blame: path and lines of a file → the commit that wrote each; those not recorded are absent.
        taken: codes that git knows of.
        read: path → bytes of a file.
        new_id: gives an identifier.
    """

    past: Past
    there: tuple[PastDocument, ...]
    base: str | None
    blame: Callable[[str, Collection[int]], Mapping[int, str]]
    taken: tuple[str, ...]
    read: Read
    new_id: NewId


@dataclass(frozen=True, slots=True)
class Settled:
    """A code that is one document's again.

    Attributes:
        move: of the document that gives the code up; of a copy that gets an identifier only, its
            code is None.
        keeper: path of the document that keeps it.
        why: what decided.
    """

    move: Move
    keeper: str
    why: Why


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A code that smq does not give to one of its documents.

    Attributes:
        code: as written.
        documents: that carry it.
        why: msgid of the reason.
        values: of the reason.
    """

    code: str
    documents: tuple[Document, ...]
    why: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Followed:
    """A mention that was written anew."""

    location: Location
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Left:
    """A mention of which it is not known whose code it means.

    Attributes:
        location: of the code.
        code: as written.
        candidates: documents that it may mean, with their codes from now on.
    """

    location: Location
    code: str
    candidates: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Settlement:
    """Everything that `renumber --auto` found.

    Attributes:
        renaming: what becomes of what.
        renamed: what is written.
        settled, unsettled: codes.
        followed, left: mentions.
    """

    renaming: Renaming
    renamed: Renamed
    settled: tuple[Settled, ...]
    unsettled: tuple[Unsettled, ...]
    followed: tuple[Followed, ...]
    left: tuple[Left, ...]

    @property
    def is_done(self) -> bool:
        """Return whether nothing is left to a person."""
        return not (self.unsettled or self.left)
