"""Which rows of a platform are confidential, and which people asked for what they tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from smq.evaluation.about import about
from smq.model import QualitySystem
from smq.model.register import RegisterSchema
from smq.model.table import Register, Row

STAFF = "personnels"
"""Table of those who work for the platform: naming them tells nothing of who asked."""
FLAG = "confidentiel"
"""Column that says of a row that it is confidential."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A column that leaves it in doubt whether rows are confidential, or who asked for them.

    Attributes:
        table: that has the column, or lacks it.
        column: its name.
        rows: that it leaves in doubt.
        people: table of those who may have asked, when that is what is not said; else None.
    """

    table: str
    column: str
    rows: tuple[Row, ...]
    people: str | None = None

    @property
    def absent(self) -> bool:
        """Return whether the file has no such column."""
        return any(self.column not in row.cells for row in self.rows)


@dataclass(frozen=True)
class Confidential:
    """What is confidential; what is in doubt is.

    Attributes:
        rows: table → identifiers of its confidential rows.
        people: table → identifiers of those whom they name, the platform's own staff left out.
        doubts: what was taken for confidential because nothing says that it is not.
    """

    rows: Mapping[str, frozenset[str]]
    people: Mapping[str, frozenset[str]]
    doubts: tuple[Doubt, ...] = ()

    def holds(self, table: str, key: str) -> bool:
        """Return whether a row is confidential, or says who asked for what is."""
        return key in self.rows.get(table, ()) or key in self.people.get(table, ())


def confidential(system: QualitySystem) -> Confidential:
    """Return the rows that say it, those of the same dossiers, and who asked for them.

    A row belongs to the dossier of the row that it names, by a link of a chain. By a link that
    some dossiers go without, only what comes after the dossier does: the contract of a quote is
    no part of it, its nonconformity is. What is said of a dossier outside of it is confidential
    too, but no dossier follows from it.

    Where a table should say whether its rows are confidential, one that does not say no is. A row
    that names nothing that is known may belong to any dossier, and anybody may have asked for one
    that does not say who.
    """
    rows: dict[str, set[str]] = {}
    doubts = _Doubts()
    for register in system.registers.values():
        if register.schema.column(FLAG):
            rows[register.name] = set(_said(register, doubts))
    links = tuple(_dossier_links(system))
    while rows and (more := _reached(system, rows, links, doubts)):
        _join(rows, more)
    people = _askers(system, rows, doubts)
    if any(rows.values()):
        _join(rows, about(system, rows))
    return Confidential(_frozen(rows), _frozen(people), doubts.all)


@dataclass
class _Doubts:
    """Gathers what is in doubt, each row of a column once."""

    found: dict[tuple[str, str, str | None], dict[int, Row]] = field(default_factory=dict)

    def add(self, table: str, column: str, row: Row, people: str | None = None) -> None:
        self.found.setdefault((table, column, people), {}).setdefault(id(row), row)

    @property
    def all(self) -> tuple[Doubt, ...]:
        return tuple(
            Doubt(table, column, tuple(rows.values()), people)
            for (table, column, people), rows in self.found.items()
        )


def _said(register: Register, doubts: _Doubts) -> Iterator[str]:
    """Yield the identifiers of the rows that do not say that they are open to all."""
    for row in register.rows:
        value = row.value(FLAG)
        if value is not False:
            yield row.key
            if value is not True:
                doubts.add(register.name, FLAG, row)


def _leads_nowhere(register: Register, row: Row, name: str, target: Register) -> bool:
    """Return whether a row does not tell which row of another table it is about."""
    text = row.text(name).strip()
    if text:
        return text not in target.by_key
    column = register.schema.column(name)
    return name not in row.cells or (column is not None and column.required)


def people_columns(
    schema: RegisterSchema, tables: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield the columns of a table that name people, each with their table; staff left out."""
    for column in schema.columns:
        target = (column.target or "").partition(".")[0]
        if column.personal and target in tables and target != STAFF:
            yield column.name, target


def _join(rows: dict[str, set[str]], more: Mapping[str, set[str]]) -> None:
    for table, found in more.items():
        rows.setdefault(table, set()).update(found)


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {table: frozenset(keys) for table, keys in found.items()}


def _askers(
    system: QualitySystem, rows: Mapping[str, set[str]], doubts: _Doubts
) -> dict[str, set[str]]:
    """Return, by table, the people whom confidential rows name; all of them in doubt.

    Their own rows tell from which company or team they come.
    """
    found: dict[str, set[str]] = {}
    for name, keys in rows.items():
        register = system.registers[name]
        columns = tuple(people_columns(register.schema, system.registers))
        for row in register.rows if columns else ():
            if row.key in keys:
                for column, table in columns:
                    people = system.registers[table]
                    found.setdefault(table, set()).add(row.text(column).strip())
                    if _leads_nowhere(register, row, column, people):
                        found[table].update(people.by_key)
                        doubts.add(name, column, row, table)
    return found


def _dossier_links(system: QualitySystem) -> Iterator[tuple[str, str, str]]:
    """Yield table, column and table named of the links that keep a dossier together."""
    for chain in system.chains.values():
        for link in chain.links:
            origin = link.origin or chain.start
            reached, start = system.registers.get(link.table), system.registers.get(origin)
            if reached is None or start is None:
                continue
            if reached.schema.column(link.column):
                yield link.table, link.column, origin
            elif start.schema.column(link.column) and not link.optional:
                yield origin, link.column, link.table


def _reached(
    system: QualitySystem,
    rows: Mapping[str, set[str]],
    links: tuple[tuple[str, str, str], ...],
    doubts: _Doubts,
) -> dict[str, set[str]]:
    """Return, by table, the rows that may name a confidential one and were not known yet."""
    found: dict[str, set[str]] = {}
    for table, column, named in links:
        known = rows.get(table, set())
        register, target = system.registers[table], system.registers[named]
        for row in register.rows if named in rows else ():
            if row.key in known:
                continue
            lost = _leads_nowhere(register, row, column, target)
            if lost or row.text(column).strip() in rows[named]:
                found.setdefault(table, set()).add(row.key)
            if lost:
                doubts.add(table, column, row)
    return found
