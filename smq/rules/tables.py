"""What several rules ask of a table: names of rows, sources, cells left to complete."""

import re

from smq.model import QualitySystem
from smq.model.register import Column, RegisterSchema, RegisterSource
from smq.model.table import Register, Row

_LEFT = re.compile(r"\s*\[\s*(?:[àÀaA]\s+compl[ée]ter|to\s+complete)", re.IGNORECASE)


def name_of(row: Row) -> str:
    """Return how a sentence names a row: its identifier, else its line."""
    return row.key or str(row.line)


def is_left(text: str) -> bool:
    """Return whether a cell is a placeholder: `[À compléter : …]`."""
    return _LEFT.match(text) is not None


def source_of(register: Register, system: QualitySystem) -> RegisterSource | None:
    """Return the settings of a table whose rows lie in a file that the platform keeps, or None."""
    return next((s for s in system.settings.register_sources if s.table == register.name), None)


def heading_named(heading: str, schema: RegisterSchema) -> Column | None:
    """Return the column that a heading names, by its name or its label, in any case."""
    folded = heading.casefold()
    return next(
        (c for c in schema.columns if folded in (c.name.casefold(), c.label.casefold())), None
    )
