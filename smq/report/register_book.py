"""A register as a workbook: what people read of each cell, dates and numbers as such, every row."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from smq.i18n import Translator, _
from smq.model.register import Column
from smq.model.table import Register, Value
from smq.registers.naming import naming_column
from smq.report import xlsx


def register_book(
    register: Register,
    registers: Mapping[str, Register],
    day: date,
    above: str,
    translate: Translator,
    hidden: str = "",
    people: Mapping[str, str] | None = None,
) -> bytes:
    """Return the workbook of a table.

    Args:
        register: the table.
        registers: all of them, by name: a reference shows the name of its row.
        day: date of the workbook's properties.
        above: what stands above the headings.
        translate: language of «yes» and «no».
        hidden: word of a masked name, which is not shown beside an identifier.
        people: identifier → name, for tables that know identifiers alone.
    """
    shown = _Shown(registers, translate, hidden, people or {})
    columns = register.schema.columns
    rows = [
        [shown.cell(c, row.text(c.name), row.value(c.name)) for c in columns]
        for row in register.rows
    ]
    header = [column.label for column in columns]
    return xlsx.book((xlsx.Sheet(register.schema.title, header, rows, above),), day)


class _Shown:
    def __init__(
        self,
        registers: Mapping[str, Register],
        translate: Translator,
        hidden: str,
        people: Mapping[str, str],
    ) -> None:
        self._people = people
        self._registers = registers
        self._hidden = hidden
        self._translate = translate
        self._naming = {name: naming_column(r.schema) for name, r in registers.items()}

    def cell(self, column: Column, text: str, value: Value) -> xlsx.Cell:
        """Return a cell as read, a date and a number as such; what is neither stays as written."""
        if isinstance(value, bool):
            return self._translate(_("yes") if value else _("no"))
        if isinstance(value, tuple):
            return ", ".join(self._named(column, item) for item in value)
        if isinstance(value, (date, Decimal, int)):
            return value
        if value is None:
            return text
        return self._named(column, value)

    def _named(self, column: Column, text: str) -> str:
        if column.values:
            return column.shown(text)
        table = (column.target or "").partition(".")[0]
        register, naming = self._registers.get(table), self._naming.get(table)
        row = register.by_key.get(text) if register else None
        name = row.text(naming.name) if row and naming else ""
        if column.personal and name in ("", text):
            name = self._people.get(text, "")
        return f"{text} ({name})" if name and name != self._hidden else text
