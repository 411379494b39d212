"""What a comparison says."""

from dataclasses import dataclass

from smq.comparing.words import Change, Part

__all__ = [
    "BlockChange",
    "Change",
    "Comparison",
    "FieldChange",
    "FileChange",
    "RowChange",
    "SectionChange",
]

Parts = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of the header, in words; None where it did not stand."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row of a table: how it fared, and its cells over the columns of both versions."""

    how: Change
    cells: tuple[Parts, ...]


@dataclass(frozen=True, slots=True)
class BlockChange:
    """A paragraph, item, piece of code or table.

    Attributes:
        kind: as in `Passage`.
        how: it fared.
        parts: of its text.
        rows: of a table, that of titles first.
        marker: of an item.
        look_only: the words are the same, what is bold or leads away is not.
    """

    kind: str
    how: Change
    parts: Parts = ()
    rows: tuple[RowChange, ...] = ()
    marker: str = ""
    look_only: bool = False


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section.

    Attributes:
        how: it fared; CHANGED says that something under its heading, or the heading, did.
        level: of its heading, 0 before the first.
        title: of it, word by word.
        blocks: all that stands under it in either version.
        before: its place in the earlier version, None when it was not there.
        after: its place now, None when it is gone.
        moved: it stands elsewhere among the others.
    """

    how: Change
    level: int
    title: Parts
    blocks: tuple[BlockChange, ...]
    before: int | None
    after: int | None
    moved: bool = False

    @property
    def renamed(self) -> bool:
        """Return whether its heading was written otherwise."""
        return self.how is Change.CHANGED and any(p.how is not Change.SAME for p in self.title)

    @property
    def differs(self) -> bool:
        """Return whether there is anything to say of it."""
        return self.how is not Change.SAME or self.moved


@dataclass(frozen=True, slots=True)
class FileChange:
    """A picture or the master file: its path, how it fared, its fingerprints."""

    path: str
    how: Change
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed between two versions of a document.

    Attributes:
        fields: of the header.
        links: added or removed: code, title, how.
        sections: all of either version, in the order of the later one.
        pictures: that changed.
        original: the master file, when it changed.
    """

    fields: tuple[FieldChange, ...] = ()
    links: tuple[tuple[str, str, Change], ...] = ()
    sections: tuple[SectionChange, ...] = ()
    pictures: tuple[FileChange, ...] = ()
    original: FileChange | None = None

    @property
    def is_empty(self) -> bool:
        """Return whether nothing changed."""
        told = self.fields or self.links or self.pictures or self.original
        return not told and not any(section.differs for section in self.sections)
