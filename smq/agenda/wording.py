"""What a row of a table is called in an agenda: names instead of identifiers."""

from collections.abc import Iterator
from datetime import date

from smq.model import QualitySystem
from smq.model.due import DueSource
from smq.model.register import Column
from smq.model.table import Register, Row
from smq.registers.naming import naming_column

AREA = "plateau"
"""Column that names a technical unit."""
_NOTHING = "–"


def shown(row: Row, column: Column, system: QualitySystem) -> object:
    """Return what a title says for a column: a person's name, a thing with its name, a date."""
    value = row.value(column.name)
    if isinstance(value, date):
        return value
    words = (word for word in words_of(row, column.name) if word)
    return ", ".join(_named_in(column, word, system) for word in words) or _NOTHING


def called(person: str | None, system: QualitySystem) -> str | None:
    """Return the name of a person of the settings, given by id or name, else the word itself."""
    known = system.settings.person(person)
    return known.name if known else person


def words_of(row: Row, column: str) -> tuple[str, ...]:
    """Return what a cell lists, else its text alone, which may be empty."""
    value = row.value(column)
    return value if isinstance(value, tuple) and value else (row.text(column).strip(),)


def person_name(
    word: str, source: DueSource, register: Register, system: QualitySystem
) -> str | None:
    """Return how the person whom a column names is shown, None when it names nobody."""
    if not word:
        return None
    known = system.settings.person(word)
    if known:
        return known.name
    column = register.schema.column(source.person or "")
    return _named_in(column, word, system) if column else word


def area_names(row: Row, register: Register, system: QualitySystem) -> tuple[str, ...]:
    """Return the technical units of a row: its own, else those of the things that it names."""
    if register.schema.column(AREA):
        own = row.text(AREA).strip()
        return (own,) if own else ()
    found = (named.text(AREA).strip() for named in _named(row, register, system))
    return tuple(dict.fromkeys(name for name in found if name))


def _named(row: Row, register: Register, system: QualitySystem) -> Iterator[Row]:
    """Yield the rows of other tables that a row names."""
    for column in register.schema.columns:
        held = _target(column, system)
        if held is None:
            continue
        for word in words_of(row, column.name):
            if word in held.by_key:
                yield held.by_key[word]


def _named_in(column: Column, word: str, system: QualitySystem) -> str:
    """Return what people read for a word of a column."""
    if column.values:
        return column.shown(word)
    held = _target(column, system)
    row = held.by_key.get(word) if held else None
    naming = naming_column(held.schema) if held else None
    name = row.text(naming.name).strip() if row and naming else ""
    if naming and naming.personal:
        return name or word
    return f"{word} ({name})" if name else word


def _target(column: Column, system: QualitySystem) -> Register | None:
    return system.registers.get((column.target or "").partition(".")[0])
