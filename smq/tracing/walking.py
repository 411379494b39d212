"""From a row to the dossiers that hold it, and from the beginning of a dossier to its steps."""

from collections.abc import Iterator

from smq.errors import SmqError
from smq.expressions import holds
from smq.i18n import _
from smq.model import QualitySystem
from smq.model.chain import Chain, ChainLink
from smq.model.table import Register, Row
from smq.model.trail import Missing, Step, Trail
from smq.registers import names_of
from smq.registers.paths import Files, names_a_file
from smq.tracing.index import Index

NO_ROW = _("nothing in «{table}»")
NO_CELL = _("«{column}» is empty")
NO_FILE = _("the file {path} is not in the folder")


def starts_of(chain: Chain, table: str, row: Row, index: Index) -> tuple[Row, ...]:
    """Return the starting rows of the dossiers that hold a row, in the order of their table."""
    return _back(chain, table, row, chain.start, index)


def trails(
    chain: Chain, table: str, row: Row, system: QualitySystem, index: Index
) -> tuple[Trail, ...]:
    """Return the dossiers of a chain that hold a row, also those that have no starting row yet."""
    starts = starts_of(chain, table, row, index)
    if starts or chain.opening is None:
        return tuple(trail_from(chain, start, system, index) for start in starts)
    openings = _back(chain, table, row, chain.opening.table, index)
    return tuple(_Walk(chain, system, index).opened(opening) for opening in openings)


def trail_from(chain: Chain, start: Row, system: QualitySystem, index: Index) -> Trail:
    """Return the dossier of a starting row."""
    return _Walk(chain, system, index).started(start)


def applies(condition: str | None, register: Register, row: Row, system: QualitySystem) -> bool:
    """Return whether a condition holds on a row; one that has no sense there does not."""
    try:
        return holds(condition, names_of(row, register.schema, system.today))
    except SmqError:
        return False


def _back(
    chain: Chain, table: str, row: Row, wanted: str, index: Index, before: int | None = None
) -> tuple[Row, ...]:
    """Return the rows of a table nearer to the start from which the links lead to a row.

    A link comes after those that lead to its origin: a chain that turns in a circle ends.
    """
    if table == wanted:
        return (row,)
    found: dict[tuple[str, int], Row] = {}
    for place, link in enumerate(chain.links[:before]):
        if link.table == table:
            for origin in index.origins(link, row):
                for reached in _back(chain, link.origin, origin, wanted, index, place):
                    found[reached.path, reached.line] = reached
    return tuple(sorted(found.values(), key=lambda reached: (reached.path, reached.line)))


class _Walk:
    """One walk along a chain."""

    def __init__(self, chain: Chain, system: QualitySystem, index: Index) -> None:
        self.chain = chain
        self.system = system
        self.index = index
        self.files = Files(system.files)
        self.reached: dict[str, list[Row]] = {}

    def started(self, start: Row) -> Trail:
        """Return the dossier of a starting row."""
        self.reached[self.chain.start] = [start]
        self._go_on()
        first = ChainLink(
            self.chain.start,
            "",
            "",
            shown=self.chain.shown,
            required=self.chain.required,
            title=self.chain.step_title,
        )
        return Trail(self.chain, start, self._in_order(list(self._with_below(first, start))))

    def opened(self, opening: Row) -> Trail:
        """Return the dossier of a row that opens one, when it has no starting row yet."""
        known = self.chain.opening
        if known is None:
            raise AssertionError(f"BUG: the chain {self.chain.name} has no opening")
        self.reached[known.table] = [opening]
        self._go_on()
        register = self.index.register(known.table)
        expected = register and applies(known.condition, register, opening, self.system)
        missing = self._absent(self.chain.start, self.chain.step_title, 0) if expected else ()
        return Trail(self.chain, None, self._in_order(list(missing)))

    def _go_on(self) -> None:
        """Note the rows that each link leads to."""
        for link in self.chain.links:
            if link.table in self.reached and link.origin not in self.reached:
                continue
            rows = self.reached.setdefault(link.table, [])
            for origin in self.reached.get(link.origin, ()):
                rows += [row for row in self.index.linked(link, origin) if row not in rows]

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
            for row in self.reached.get(link.table, ()):
                yield from self._with_below(link, row)
            return
        told: list[Row] = []
        for origin in origins:
            found = [row for row in self.index.linked(link, origin) if row not in told]
            told += found
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
