"""What people read of a dossier: names beside identifiers, dates, what a step lacks."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from smq.i18n import Translator, _
from smq.model.register import Column
from smq.model.table import Register, Row, Value
from smq.model.trail import Missing, Step
from smq.registers.naming import naming_column

_NAMED = 4
"""Items of a list that a line shows; it says how many others there are."""


class Tables:
    """What the rows of a platform are called.

    A reference shows the name of its row beside its identifier: `P02 (Ilyès Benkirat)`.
    """

    def __init__(
        self,
        registers: Mapping[str, Register],
        translate: Translator,
        hidden: str = "",
        people: Mapping[str, str] | None = None,
    ) -> None:
        """Take the tables, the reader's language, and how people are called.

        Args:
            registers: by name.
            translate: language.
            hidden: word of a masked name.
            people: identifier → name, for tables that know identifiers alone.
        """
        self._registers = registers
        self._translate = translate
        self._hidden = hidden
        self._people = people or {}

    def shown(self, column: Column, value: Value) -> str:
        """Return what a person reads for a cell."""
        if isinstance(value, bool):
            return self._translate(_("yes") if value else _("no"))
        if isinstance(value, date):
            return self._translate.date(value)
        if isinstance(value, Decimal):
            text = f"{value:f}"
            return text.replace(".", ",") if self._translate.language == "fr" else text
        if isinstance(value, tuple):
            named = ", ".join(self._named(column, item) for item in value[:_NAMED])
            rest = len(value) - _NAMED
            if rest <= 0:
                return named
            more = self._translate.plural(_("and {count} other"), _("and {count} others"), rest)
            return f"{named} {more}"
        return self._named(column, str(value))

    def _named(self, column: Column, text: str) -> str:
        if column.values:
            return column.shown(text)
        register = self._registers.get((column.target or "").partition(".")[0])
        row = register.by_key.get(text) if register else None
        name = self.name(register, row) if register and row else ""
        if column.personal and name in ("", text):
            name = self._people.get(text, "")
        return f"{text} ({name})" if name else text

    def name(self, register: Register, row: Row) -> str:
        """Return what a row is called, nothing when no column names it."""
        column = naming_column(register.schema)
        name = row.text(column.name) if column else ""
        return "" if name == self._hidden else name

    def person(self, register: Register, row: Row) -> str:
        """Return the name of a person, nothing when a row is something else."""
        column = naming_column(register.schema)
        return row.text(column.name) if column and column.personal else ""


def facts(step: Step, tables: Tables) -> Iterator[tuple[str, str]]:
    """Yield label and value of the cells that tell who, when and where; empty ones left out."""
    if step.row is None:
        return
    for name in step.shown:
        column, value = step.register.schema.column(name), step.row.value(name)
        if column is not None and value is not None:
            yield column.label, tables.shown(column, value)


def sentence(lack: Missing, translate: Translator) -> str:
    """Return what a step lacks, in words."""
    return translate(lack.message, **lack.values)
