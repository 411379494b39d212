"""Links once resolved: who cites whom, and what could not be resolved (`contracts.md` §6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from smq.model.document import Document
from smq.model.location import Location


class LinkKind(StrEnum):
    """How a link was made; the value is the word of `graph --format json`."""

    MENTION = "mention"
    DECLARED = "lien"
    PROCESS = "processus"
    REPLACES = "remplace"
    PATH = "chemin"


class Resolution(StrEnum):
    """What became of a link."""

    FOUND = "found"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"


@dataclass(frozen=True, slots=True)
class Link:
    """One link at one place.

    Attributes:
        source: the document that holds it.
        written: the target as written (code, title, path).
        kind: how it was made.
        role: the kind of declared link (`formulaires`…), else empty.
        line, column: where, in the file of the source.
        resolution: found, unknown or ambiguous.
        target: the document found, or None.
        candidates: paths that match when ambiguous.
        is_code: the target is written as a code.
        wiki: it is written as `[[…]]`.
        wrong_title: the title behind the code of a wiki-link, when the document has another.
        section: the heading asked for in a wiki-link, or None.
        picture: a relative path that shows a picture.
    """

    source: Document
    written: str
    kind: LinkKind
    role: str
    line: int
    column: int
    resolution: Resolution
    target: Document | None = None
    candidates: tuple[str, ...] = ()
    is_code: bool = False
    wiki: bool = False
    wrong_title: str | None = None
    section: str | None = None
    picture: bool = False

    @property
    def location(self) -> Location:
        """Return where it stands."""
        return Location(self.source.path, self.line, self.column)


@dataclass(frozen=True)
class Linkage:
    """All links of a system, with plain adjacency both ways.

    Attributes:
        links: every link, sorted by source path then place.
        outgoing: path of each document → the links that it holds.
        incoming: path of each document → the links that were found to lead to it.
        dead_paths: relative links and pictures that lead to no file; in no other field.
        to_itself: declared links, wiki-links and paths to their own document; in no other field.
    """

    links: tuple[Link, ...]
    outgoing: Mapping[str, tuple[Link, ...]]
    incoming: Mapping[str, tuple[Link, ...]]
    dead_paths: tuple[Link, ...] = ()
    to_itself: tuple[Link, ...] = ()
