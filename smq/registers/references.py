"""References from one table to the rows of another."""

from collections.abc import Mapping

from smq.model.table import Register, Row


class References:
    """Finds the rows that references lead to; each column referred to is indexed once."""

    def __init__(self, registers: Mapping[str, Register]) -> None:
        """Take the tables of a platform, by name."""
        self._registers = registers
        self._indexes: dict[str, Mapping[str, Row]] = {}

    def table(self, target: str) -> Register | None:
        """Return the table that a target (`usagers.id`) names, None when there is none."""
        return self._registers.get(target.partition(".")[0])

    def find(self, target: str, value: str) -> Row | None:
        """Return the first row whose column of the target holds a value, or None.

        Args:
            target: `table.column`; the column is the key of the table when it is left out.
            value: what the referring cell says.
        """
        return self.index(target).get(value)

    def index(self, target: str) -> Mapping[str, Row]:
        """Return each value of the column of a target → the first row that holds it."""
        found = self._indexes.get(target)
        if found is None:
            found = self._indexes[target] = self._made(target)
        return found

    def _made(self, target: str) -> Mapping[str, Row]:
        name, _dot, column = target.partition(".")
        register = self._registers.get(name)
        if register is None:
            return {}
        if column in ("", register.schema.key):
            return register.by_key
        rows = reversed(register.rows)
        return {text: row for row in rows if (text := row.text(column).strip())}
