"""What registers say of some rows outside of their dossiers: an action that answers one of them."""

from collections.abc import Iterator, Mapping

from smq.model import QualitySystem
from smq.model.table import Register, Row


def about(system: QualitySystem, rows: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return, by table, the rows that speak of others.

    A row that names one of them by a reference speaks of it: the action of a nonconformity. So
    does what they alone name, in a table that some dossiers go without: their contract, their
    invoice. An instrument, a price or a person is everybody's.

    Args:
        system: the platform, its registers and chains read.
        rows: table → identifiers of the rows spoken of.
    """
    found: dict[str, set[str]] = {}
    for register in system.registers.values():
        known = rows.get(register.name, set())
        naming = {
            row.key
            for row in register.rows
            if row.key
            and row.key not in known
            and any(key in rows.get(table, ()) for table, key in named_by(register, row))
        }
        if naming:
            found[register.name] = naming
    _add_theirs_alone(system, rows, found)
    return found


def named_by(register: Register, row: Row) -> Iterator[tuple[str, str]]:
    """Yield table and identifier of each row that a row names by a reference."""
    for column in register.schema.columns:
        if column.target and row.text(column.name).strip():
            table = column.target.partition(".")[0]
            value = row.value(column.name)
            keys = value if isinstance(value, tuple) else (row.text(column.name).strip(),)
            yield from ((table, key) for key in keys)


def _add_theirs_alone(
    system: QualitySystem, rows: Mapping[str, set[str]], found: dict[str, set[str]]
) -> None:
    """Add what the rows name and nothing else does."""
    links = (link for chain in system.chains.values() for link in chain.links)
    tables = {link.table for link in links if link.optional and link.table in system.registers}
    theirs: dict[str, set[str]] = {table: set() for table in tables}
    others: dict[str, set[str]] = {table: set() for table in tables}
    for register in system.registers.values():
        known = rows.get(register.name, set()) | found.get(register.name, set())
        for row in register.rows:
            side = theirs if row.key in known else others
            for table, key in named_by(register, row):
                if table in side:
                    side[table].add(key)
    for table in sorted(tables):
        alone = theirs[table] - others[table] - rows.get(table, set())
        if alone:
            found.setdefault(table, set()).update(alone & set(system.registers[table].by_key))
