"""Which documents get other codes, processes and places, and how others name them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from smq.model import Document
from smq.operations.rewording import Identity


@dataclass(frozen=True, slots=True)
class Move:
    """What one document becomes.

    Attributes:
        document: which.
        code: it gets, None when it keeps its own.
        process: written in its header, None when it keeps its own.
        path: of its file from now on.
        alias: its former code, when it is to be kept as an alias.
        withdrawn: it ends here.
        id: it gets, when it was the copy of another document; None when it keeps its own.
    """

    document: Document
    code: str | None
    process: str | None
    path: str
    alias: str | None = None
    withdrawn: bool = False
    id: str | None = None


@dataclass(frozen=True)
class Renaming:
    """Which documents move, and how others name them.

    Attributes:
        moves: documents that change.
        cited: identity of a code → the code by which it is cited from now on.
        processes: code of a process → the one that takes its place.
        files: path → path of the files that move and are no documents.
        folders: folder → folder (both end with `/`), for the paths that texts mention.
        removed: path of a document that goes → path of what readers find in its place.
        places: path of a file → its line → identity of a code → what takes its place on that line
            alone, because elsewhere the code names another document.
    """

    moves: tuple[Move, ...]
    cited: Mapping[Identity, str]
    processes: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)
    removed: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Mapping[int, Mapping[Identity, str]]] = field(default_factory=dict)

    @cached_property
    def paths(self) -> dict[str, str]:
        """Return old path → new path of everything that moves, and of what is found instead."""
        moved = {m.document.path: m.path for m in self.moves if m.path != m.document.path}
        return {**self.files, **moved, **self.removed}
