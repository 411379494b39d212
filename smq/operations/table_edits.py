"""Several rows written in several tables as one set of changes."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Change, QualitySystem
from smq.model.table import Register, Row
from smq.operations.register_file import table_file, written_here
from smq.operations.register_row import add_row, next_key, understood_cell

Read = Callable[[str], bytes | None]
Ever = Callable[[Register], Collection[str]]


class TableEdits:
    """Rows to add and to change; nothing is written before `changes` are."""

    def __init__(self, system: QualitySystem, read: Read, ever: Ever) -> None:
        """Take the platform, what reads a file of it, and the identifiers ever given in a table."""
        self._system = system
        self._read = read
        self._ever = ever
        self._before: dict[str, bytes | None] = {}
        self._now: dict[str, bytes | None] = {}
        self._given: dict[str, set[str]] = {}

    def add(self, table: str, cells: Mapping[str, str]) -> str:
        """Add a row and return its identifier; cells of columns that the table lacks are left out.

        Raises:
            SmqError: the platform has no such table, smq may not write it, or a cell is not of its
                column.
        """
        register = self._register(table)
        given = self._given.setdefault(table, set(self._ever(register)))
        kept = {name: text for name, text in cells.items() if register.schema.column(name)}
        key = kept.get(register.schema.key) or next_key(register, self._system.today.year, given)
        if key is None:
            raise SmqError(_("The table «{table}» does not say how it numbers."), None, table=table)
        kept[register.schema.key] = key
        change = add_row(register, self._now[register.path], kept, self._system, given)[1]
        given.add(key)
        self._now[register.path] = change.after
        self._know(register, key)
        return key

    def change(self, table: str, key: str, cells: Mapping[str, str]) -> None:
        """Change cells of a row; those of columns that the table lacks are left out.

        Raises:
            SmqError: there is no such table or row, smq may not write it, or a cell is not of its
                column.
        """
        register = self._register(table)
        kept = {
            name: understood_cell(column, text, self._system)
            for name, text in cells.items()
            if (column := register.schema.column(name)) is not None
        }
        content = self._now[register.path]
        self._now[register.path] = table_file(register, content).with_changed(key, kept)

    def changes(self) -> list[Change]:
        """Return what is to be written, by path."""
        return [
            Change(path, self._before[path], after)
            for path, after in sorted(self._now.items())
            if after != self._before[path]
        ]

    def _know(self, register: Register, key: str) -> None:
        """Let rows that come after refer to a row just added."""
        row = Row(key, {}, 0, register.path)
        grown = replace(register, rows=(*register.rows, row), by_key={**register.by_key, key: row})
        registers = {**self._system.registers, register.name: grown}
        self._system = replace(self._system, registers=registers)

    def _register(self, table: str) -> Register:
        register = self._system.registers.get(table)
        if register is None:
            raise SmqError(
                _("This platform has no register «{table}»."),
                _("Its columns are those of the kit: referentiel/registres/{table}.yaml"),
                table=table,
            )
        written_here(register, self._system)
        if register.path not in self._now:
            raw = self._read(register.path)
            self._before[register.path] = self._now[register.path] = raw
        return register
