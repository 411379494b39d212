"""A chain that evaluators walk, as data of the kit: which table leads to which."""

from dataclasses import dataclass

from smq.model.location import Location


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One link.

    Attributes:
        table: reached by it.
        origin: the table that it comes from.
        column: that makes it, in `table` (naming a row of `origin`) or in `origin`.
        optional: a dossier without it is complete all the same.
    """

    table: str
    origin: str
    column: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain (`referentiel/chaines/<name>.yaml`).

    Attributes:
        name: of its file.
        title: as shown.
        start: table of the rows whose dossiers are walked.
        links: in the order of the walk.
        location: of the file.
    """

    name: str
    title: str
    start: str
    links: tuple[ChainLink, ...]
    location: Location
