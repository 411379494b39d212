"""Rows by what their cells name: each column asked for is indexed once."""

from collections.abc import Mapping

from smq.model.chain import ChainLink
from smq.model.table import Register, Row


def cited(row: Row, column: str) -> tuple[str, ...]:
    """Return the identifiers that a cell names, each once: one, or those of a list."""
    value = row.value(column)
    if isinstance(value, tuple):
        return tuple(dict.fromkeys(value))
    return (str(value),) if value not in (None, "") else ()


class Index:
    """Finds the rows that name a row, and those that it names."""

    def __init__(self, registers: Mapping[str, Register]) -> None:
        """Take the tables of a platform, by name."""
        self._registers = registers
        self._naming: dict[tuple[str, str], dict[str, tuple[Row, ...]]] = {}

    def register(self, table: str) -> Register | None:
        """Return a table, None when the platform has no schema of that name."""
        return self._registers.get(table)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table, none when the platform does not keep it."""
        register = self._registers.get(table)
        return register.rows if register else ()

    def row(self, table: str, key: str) -> Row | None:
        """Return the row of a table that bears an identifier, or None."""
        register = self._registers.get(table)
        return register.by_key.get(key) if register else None

    def naming(self, table: str, column: str, value: str) -> tuple[Row, ...]:
        """Return the rows of a table whose column names a value, alone or in a list."""
        found = self._naming.get((table, column))
        if found is None:
            found = self._naming[table, column] = self._made(table, column)
        return found.get(value, ())

    def named(self, row: Row, column: str, table: str) -> tuple[Row, ...]:
        """Return the rows of a table that a cell names; those that are not there are left out."""
        return tuple(found for key in cited(row, column) if (found := self.row(table, key)))

    def linked(self, link: ChainLink, origin: Row) -> tuple[Row, ...]:
        """Return the rows that a link of a chain leads to from a row of its origin."""
        if self.names_origin(link):
            return self.naming(link.table, link.column, origin.key) if origin.key else ()
        return self.named(origin, link.column, link.table)

    def origins(self, link: ChainLink, reached: Row) -> tuple[Row, ...]:
        """Return the rows of the origin from which a link leads to a row: the way back."""
        if self.names_origin(link):
            return self.named(reached, link.column, link.origin)
        return self.naming(link.origin, link.column, reached.key) if reached.key else ()

    def names_origin(self, link: ChainLink) -> bool:
        """Return whether the column of a link stands in the table reached."""
        register = self._registers.get(link.table)
        own = register.schema.column(link.column) if register else None
        return own is not None and (own.target or "").partition(".")[0] == link.origin

    def _made(self, table: str, column: str) -> dict[str, tuple[Row, ...]]:
        found: dict[str, list[Row]] = {}
        for row in self.rows(table):
            for value in cited(row, column):
                found.setdefault(value, []).append(row)
        return {value: tuple(rows) for value, rows in found.items()}
