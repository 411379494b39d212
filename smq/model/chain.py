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
        rank: place of the step in the dossier; None = it stands below the row that it comes from.
        condition: on the row of the origin; where it does not hold, the link is not asked for.
        shown: columns of `table` that tell a reader who, when and where.
        required: columns of `table` without which the step is not complete.
        title: what the step is called, else the title of its register.
    """

    table: str
    origin: str
    column: str
    optional: bool = False
    rank: int | None = None
    condition: str | None = None
    shown: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """Which columns of the starting table say what instrument was used, and from when to when."""

    equipment: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Opening:
    """The table whose rows open a dossier before its starting row is there.

    Attributes:
        table: reached by a link from the starting table.
        condition: on a row of it; where it holds, a starting row is expected.
    """

    table: str
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain (`referentiel/chaines/<name>.yaml`).

    Attributes:
        name: of its file.
        title: as shown.
        start: table of the rows whose dossiers are walked.
        links: in the order of the walk.
        location: of the file.
        rank: place of the starting row among the steps.
        shown: columns of `start` that tell a reader who, when and where.
        required: columns of `start` without which the step is not complete.
        step_title: what the starting row is called, else the title of its register.
        entries: (table, column) by which a dossier is also found: a finance number, a label.
        period: how a dossier is found by `EQUIPMENT@DATE`, or None.
        opening: rows that open a dossier before it has a starting row, or None.
        finished: condition on a row of `start`: its dossier can be drawn for an exercise.
        exercise: word of the column `type` of the register of exercises, or None.
    """

    name: str
    title: str
    start: str
    links: tuple[ChainLink, ...]
    location: Location
    rank: int = 1
    shown: tuple[str, ...] = ()
    required: tuple[str, ...] = ()
    entries: tuple[tuple[str, str], ...] = ()
    period: Period | None = None
    opening: Opening | None = None
    finished: str | None = None
    exercise: str | None = None
    step_title: str | None = None

    @property
    def tables(self) -> tuple[str, ...]:
        """Return the tables that a dossier can hold rows of, the starting one first."""
        return tuple(dict.fromkeys((self.start, *(link.table for link in self.links))))
