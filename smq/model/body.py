"""The facts of a document's text: what rules and links need, each with its place in the file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading. `empty` is true when neither text nor a deeper heading follows it."""

    level: int
    text: str
    line: int
    column: int
    empty: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A code in the rendered text, as written; in a wiki-link too."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class WikiLink:
    """`[[target#section|label]]`."""

    target: str
    section: str | None
    label: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class PathLink:
    """A relative Markdown link or picture; `path` is as written, without `#fragment`."""

    path: str
    text: str
    picture: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table: columns of its header and, for each row, its line and number of cells."""

    columns: int
    rows: tuple[tuple[int, int], ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Something left to write; `expected` says what, None when the author did not say."""

    expected: str | None
    line: int
    column: int
    in_header: bool = False


@dataclass(frozen=True, slots=True)
class BrokenTable:
    """Lines that look like a pipe table and are none: no rule below, or other columns."""

    line: int
    column: int
    columns: int
    expected: int


@dataclass(frozen=True, slots=True)
class Body:
    """All facts of one text, in the order of the file.

    `wrong_case` are texts that would be codes in another case. `pictures` holds every picture,
    those of other sites included.
    """

    headings: tuple[Heading, ...] = ()
    mentions: tuple[Mention, ...] = ()
    wrong_case: tuple[Mention, ...] = ()
    wiki_links: tuple[WikiLink, ...] = ()
    path_links: tuple[PathLink, ...] = ()
    tables: tuple[Table, ...] = ()
    broken_tables: tuple[BrokenTable, ...] = ()
    placeholders: tuple[Placeholder, ...] = ()
    pictures: tuple[PathLink, ...] = ()
