"""A place that two people changed in two ways, and which side was chosen for it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Side(StrEnum):
    """Whose writing is kept."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Sort(StrEnum):
    """What two people changed in two ways."""

    TEXT = "text"
    FIELD = "field"
    ROW = "row"
    CELL = "cell"
    FILE = "file"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that two people changed in two ways. Equal passages are settled in the same way.

    Attributes:
        path: POSIX path of the file, as it is called here.
        sort: of place.
        place: title above a text, names of a field from the outermost, key and column of a cell.
        mine: as written here, None when it was removed here.
        theirs: as written by the others, None when they removed it.
        base: as both knew it, None when it did not exist.
    """

    path: str
    sort: Sort
    place: tuple[str, ...]
    mine: str | None
    theirs: str | None
    base: str | None = None

    @property
    def both_fit(self) -> bool:
        """Return whether one can stand after the other: two texts, two rows."""
        whole = self.mine is not None and self.theirs is not None
        return whole and self.sort in (Sort.TEXT, Sort.ROW)


@dataclass
class Settling:
    """Chooses a side for each passage, and notes those for which nothing was chosen.

    Attributes:
        decide: the side chosen for a passage, None when none was.
        open: passages without a choice, in the order met; what is written here stands meanwhile.
    """

    decide: Callable[[Passage], Side | None] = lambda _passage: None
    open: list[Passage] = field(default_factory=list)

    def side(self, passage: Passage) -> Side:
        """Return the side that is kept."""
        chosen = self.decide(passage)
        if chosen is None:
            if passage not in self.open:
                self.open.append(passage)
            return Side.MINE
        if chosen is Side.BOTH and not passage.both_fit:
            return Side.THEIRS if passage.mine is None else Side.MINE
        return chosen
