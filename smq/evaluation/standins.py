"""What stands in the place of a reference that would tell what is hidden.

A quote whose price list says «company» tells of what sort is the one who asked.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from smq.evaluation.confidential import Confidential
from smq.model.register import Column
from smq.model.table import Register, Row


@dataclass(frozen=True)
class StandIns:
    """Stand-ins, the same for the same row wherever it is named.

    Attributes:
        words: (table, identifier) → what stands in its place.
    """

    words: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @classmethod
    def made(
        cls, rows: Iterable[tuple[Register, Row]], tables: frozenset[str], word: str
    ) -> "StandIns":
        """Return the stand-ins of all that some rows name in telling tables.

        They are numbered as they are met: a number drawn from the identifier could be guessed.

        Args:
            rows: confidential ones, in an order that stays.
            tables: whose rows tell.
            word: in the place of what is hidden.
        """
        found: dict[tuple[str, str], str] = {}
        for register, row in rows:
            for column in register.schema.columns:
                table = _table(column)
                for key in _named(row, column) if table in tables else ():
                    count = sum(known == table for known, _key in found) + 1
                    found.setdefault((table, key), f"{word} {count}")
        return cls(found)

    def of(self, row: Row, column: Column) -> tuple[str, ...]:
        """Return what stands in a cell of a confidential row, nothing when it stays as it is."""
        table = _table(column)
        named = _named(row, column)
        if not any((table, key) in self.words for key in named):
            return ()
        return tuple(self.words.get((table, key), key) for key in named)


def telling_tables(registers: Mapping[str, Register], secret: Confidential) -> frozenset[str]:
    """Return the tables whose rows say in the open of what sort somebody is who asked in secret.

    They have a choice of the same name and answers as the table of those people, and name none of
    them: where they do, the choice itself is hidden.
    """
    sorts = {
        (column.name, column.values)
        for table, keys in secret.people.items()
        if keys and table in registers
        for column in registers[table].schema.columns
        if column.kind == "enum"
    }
    return frozenset(
        name
        for name, register in registers.items()
        if name not in secret.people
        and not any(_table(column) in secret.people for column in register.schema.columns)
        and any((column.name, column.values) in sorts for column in register.schema.columns)
    )


def _table(column: Column) -> str:
    return (column.target or "").partition(".")[0]


def _named(row: Row, column: Column) -> tuple[str, ...]:
    value = row.value(column.name)
    if isinstance(value, tuple):
        return value
    text = row.text(column.name).strip()
    return (text,) if text else ()
