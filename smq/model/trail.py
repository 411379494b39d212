"""A dossier walked along a chain: its steps, and what is missing in each."""

from collections.abc import Mapping
from dataclasses import dataclass

from smq.model.chain import Chain
from smq.model.table import Register, Row


@dataclass(frozen=True, slots=True)
class Missing:
    """What a step lacks: a sentence (msgid) with its values."""

    message: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a dossier.

    Attributes:
        register: table of the row.
        row: None when nothing stands there and something should.
        depth: 0 for a step of the chain, more for what stands below one.
        shown: columns that tell a reader who, when and where.
        files: POSIX paths of the files that the row names, in the order of the columns.
        missing: what is missing in it.
        name: what the chain calls the step, or None.
    """

    register: Register
    row: Row | None
    depth: int = 0
    shown: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    name: str | None = None

    @property
    def title(self) -> str:
        """Return what the step is called: by the chain, else by its register."""
        return self.name or self.register.schema.title


@dataclass(frozen=True, slots=True)
class Trail:
    """One dossier, in the order in which it is read.

    Attributes:
        chain: that it was walked along.
        start: the row of the chain's starting table, None when the dossier has none yet.
        steps: those of the chain by rank, each followed by what stands below it.
        finished: nothing more is to come: it could be drawn for an exercise.
    """

    chain: Chain
    start: Row | None
    steps: tuple[Step, ...]
    finished: bool = True

    @property
    def missing(self) -> tuple[Missing, ...]:
        """Return all that is missing, in the order of the steps."""
        return tuple(lack for step in self.steps for lack in step.missing)

    @property
    def label(self) -> str:
        """Return the identifier of the dossier: that of its starting row, else of its first."""
        rows = (self.start, *(step.row for step in self.steps))
        return next((row.key or str(row.line) for row in rows if row), "")
