"""From a row to the dossiers that hold it, and from the beginning of a dossier to its steps."""

from collections.abc import Iterator

from smq.errors import SmqError
from smq.expressions import holds
from smq.i18n import _
from smq.model import QualitySystem
from smq.model.chain import Chain, ChainLink, Opening
from smq.model.table import Register, Row
from smq.model.trail import Missing, Step, Trail
from smq.registers import names_of
from smq.registers.paths import Files, names_a_file
from smq.tracing.extent import Extent, met_from
from smq.tracing.index import Index

NO_ROW = _("nothing in «{table}»")
NO_CELL = _("«{column}» is empty")
NO_FILE = _("the file {path} is not in the folder")


def starts_of(chain: Chain, table: str, row: Row, index: Index) -> tuple[Row, ...]:
    """Return the starting rows of the dossiers that hold a row, in the order of their table."""
    return _WayBack(chain, chain.start, index).from_row(table, row)


def trails(
    chain: Chain, table: str, row: Row, system: QualitySystem, index: Index
) -> tuple[Trail, ...]:
    """Return the dossiers of a chain that hold a row, also those that have no starting row yet.

    Args:
        chain: to walk.
        table: of the row.
        row: which the dossiers hold.
        system: the platform.
        index: its rows.
    """
    walk = _Walk(chain, system, index)
    starts = starts_of(chain, table, row, index)
    if starts or chain.opening is None:
        return tuple(walk.started(start) for start in starts)
    openings = _WayBack(chain, chain.opening.table, index).from_row(table, row)
    return tuple(walk.opened(opening, chain.opening) for opening in openings)


def trail_from(chain: Chain, start: Row, system: QualitySystem, index: Index) -> Trail:
    """Return the dossier of a starting row."""
    return _Walk(chain, system, index).started(start)


def applies(condition: str | None, register: Register, row: Row, system: QualitySystem) -> bool:
    """Return whether a condition holds on a row; one that has no sense there does not."""
    try:
        return holds(condition, names_of(row, register.schema, system.today))
    except SmqError:
        return False


class _WayBack:
    """The way back along a chain, to one of its tables nearer to the start."""

    def __init__(self, chain: Chain, wanted: str, index: Index) -> None:
        self._links = chain.links
        self._wanted = wanted
        self._index = index

    def from_row(self, table: str, row: Row) -> tuple[Row, ...]:
        """Return the rows of the table wanted from which the links lead to a row, in its order."""
        found = {id(reached): reached for reached in self._rows(table, row, len(self._links))}
        return tuple(sorted(found.values(), key=lambda reached: (reached.path, reached.line)))

    def _rows(self, table: str, row: Row, before: int) -> Iterator[Row]:
        """Yield them by the first links only: one comes after those that lead to its origin.

        A chain that turns in a circle ends so.
        """
        if table == self._wanted:
            yield row
            return
        for place, link in enumerate(self._links[:before]):
            if link.table == table:
                for origin in self._index.origins(link, row):
                    yield from self._rows(link.origin, origin, place)


class _Walk:
    """Walks along a chain, one dossier after the other."""

    def __init__(self, chain: Chain, system: QualitySystem, index: Index) -> None:
        self.chain = chain
        self.system = system
        self.index = index
        self.files = Files(system.files)
        self.reached: Extent = {}

    def started(self, start: Row) -> Trail:
        """Return the dossier of a starting row."""
        self.reached = met_from(self.chain, self.chain.start, start, self.index)
        first = ChainLink(
            self.chain.start,
            "",
            "",
            shown=self.chain.shown,
            required=self.chain.required,
            title=self.chain.step_title,
        )
        register = self.index.register(self.chain.start)
        finished = register is not None and applies(
            self.chain.finished, register, start, self.system
        )
        steps = self._in_order(list(self._with_below(first, start)))
        return Trail(self.chain, start, steps, finished)

    def opened(self, row: Row, opening: Opening) -> Trail:
        """Return the dossier of a row that opens one, when it has no starting row yet."""
        self.reached = met_from(self.chain, opening.table, row, self.index)
        register = self.index.register(opening.table)
        expected = register and applies(opening.condition, register, row, self.system)
        missing = self._absent(self.chain.start, self.chain.step_title, 0) if expected else ()
        return Trail(self.chain, None, self._in_order(list(missing)), finished=not expected)

    def _in_order(self, started: list[Step]) -> tuple[Step, ...]:
        ranked: dict[int, list[Step]] = {self.chain.rank: started}
        for link in self.chain.links:
            if link.rank is not None:
                ranked.setdefault(link.rank, []).extend(self._steps(link))
        return tuple(step for rank in sorted(ranked) for step in ranked[rank])

    def _steps(self, link: ChainLink) -> Iterator[Step]:
        """Yield the steps of a link that has a rank, each row once."""
        origins = self.reached.get(link.origin)
        if origins is None:
            # The dossier has no start yet: what opens it was noted at once.
            for row in self.reached.get(link.table, {}).values():
                yield from self._with_below(link, row)
            return
        told: set[int] = set()
        for origin in origins.values():
            found = [row for row in self.index.linked(link, origin) if id(row) not in told]
            told.update(map(id, found))
            for row in found:
                yield from self._with_below(link, row)
            if not found and self._is_asked(link, origin):
                yield from self._absent(link.table, link.title, 0)

    def _with_below(self, reached_by: ChainLink, row: Row, depth: int = 0) -> Iterator[Step]:
        """Yield a step, then what stands below it."""
        register = self.index.register(reached_by.table)
        if register is None:
            return
        files = tuple(_files(register, row))
        missing = (*_empty(register, row, reached_by.required), *self._not_there(files))
        yield Step(register, row, depth, reached_by.shown, files, missing, reached_by.title)
        for link in self._below(reached_by):
            found = self.index.linked(link, row)
            for below in found:
                yield from self._with_below(link, below, depth + 1)
            if not found and self._is_asked(link, row):
                yield from self._absent(link.table, link.title, depth + 1)

    def _below(self, reached_by: ChainLink) -> Iterator[ChainLink]:
        """Yield the links without rank that come from a table, after the one that led to it."""
        links = self.chain.links
        first = links.index(reached_by) + 1 if reached_by in links else 0
        for link in links[first:]:
            if link.rank is None and link.origin == reached_by.table:
                yield link

    def _is_asked(self, link: ChainLink, origin: Row) -> bool:
        register = self.index.register(link.origin)
        return (
            not link.optional
            and register is not None
            and applies(link.condition, register, origin, self.system)
        )

    def _absent(self, table: str, name: str | None, depth: int) -> tuple[Step, ...]:
        register = self.index.register(table)
        if register is None:
            return ()
        lack = Missing(NO_ROW, {"table": register.schema.title})
        return (Step(register, None, depth, missing=(lack,), name=name),)

    def _not_there(self, files: tuple[str, ...]) -> Iterator[Missing]:
        for path in files:
            if names_a_file(path) and path not in self.files:
                yield Missing(NO_FILE, {"path": path})


def _files(register: Register, row: Row) -> Iterator[str]:
    for column in register.schema.columns:
        path = row.value(column.name) if column.kind == "fichier" else None
        if isinstance(path, str) and path:
            yield path


def _empty(register: Register, row: Row, required: tuple[str, ...]) -> Iterator[Missing]:
    for name in required:
        column = register.schema.column(name)
        if column is not None and row.value(name) is None:
            yield Missing(NO_CELL, {"column": column.label})
