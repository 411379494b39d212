"""Which rows of a platform are confidential, and which people asked for what they tell."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smq.model import QualitySystem
from smq.model.register import RegisterSchema

STAFF = "personnels"
"""Table of those who work for the platform: naming them tells nothing of who asked."""
FLAG = "confidentiel"
"""Column that says of a row that it is confidential."""


@dataclass(frozen=True)
class Confidential:
    """What is confidential.

    Attributes:
        rows: table → identifiers of its confidential rows.
        people: table → identifiers of those whom they name, the platform's own staff left out.
    """

    rows: Mapping[str, frozenset[str]]
    people: Mapping[str, frozenset[str]]

    def holds(self, table: str, key: str) -> bool:
        """Return whether a row is confidential, or says who asked for what is."""
        return key in self.rows.get(table, ()) or key in self.people.get(table, ())


def confidential(system: QualitySystem) -> Confidential:
    """Return the rows that say it, those of the same dossiers, and who asked for them.

    A row belongs to the dossier of the row that it names, by a link of a chain. By a link that
    some dossiers go without, only what comes after the dossier does: the contract of a quote is
    no part of it, its nonconformity is.
    """
    rows: dict[str, set[str]] = {}
    for register in system.registers.values():
        said = {row.key for row in register.rows if row.value(FLAG) is True}
        if said:
            rows[register.name] = said
    links = tuple(_dossier_links(system))
    while rows and (more := _reached(system, rows, links)):
        for table, found in more.items():
            rows.setdefault(table, set()).update(found)
    return Confidential(_frozen(rows), _frozen(_askers(system, rows)))


def people_columns(
    schema: RegisterSchema, tables: Mapping[str, object]
) -> Iterator[tuple[str, str]]:
    """Yield the columns of a table that name people, each with their table; staff left out."""
    for column in schema.columns:
        target = (column.target or "").partition(".")[0]
        if column.personal and target in tables and target != STAFF:
            yield column.name, target


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {table: frozenset(keys) for table, keys in found.items()}


def _askers(system: QualitySystem, rows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return, by table, the people whom confidential rows name.

    Their own rows tell from which company or team they come.
    """
    found: dict[str, set[str]] = {}
    for name, keys in rows.items():
        register = system.registers[name]
        columns = tuple(people_columns(register.schema, system.registers))
        for row in register.rows if columns else ():
            if row.key in keys:
                for column, table in columns:
                    found.setdefault(table, set()).add(row.text(column).strip())
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
    system: QualitySystem, rows: Mapping[str, set[str]], links: tuple[tuple[str, str, str], ...]
) -> dict[str, set[str]]:
    """Return, by table, the rows that name a confidential one and were not known yet."""
    found: dict[str, set[str]] = {}
    for table, column, named in links:
        known = rows.get(table, set())
        for row in system.registers[table].rows if named in rows else ():
            if row.key and row.key not in known and row.text(column).strip() in rows[named]:
                found.setdefault(table, set()).add(row.key)
    return found
