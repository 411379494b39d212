"""What a word leads to: an identifier, a finance number, a label, a file, a person, `EQU@DATE`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from smq.links.folding import fold
from smq.model import QualitySystem
from smq.model.chain import Chain
from smq.model.table import Register, Row
from smq.tracing.index import Index, cited

_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")


@dataclass(frozen=True, slots=True)
class Hit:
    """A row that a word leads to.

    Attributes:
        register: its table.
        row: which.
        column: that holds the word; None when it is the identifier.
    """

    register: Register
    row: Row
    column: str | None = None


def find(word: str, system: QualitySystem, index: Index) -> tuple[Hit, ...]:
    """Return the rows that a word leads to: by identifier, else by what the chains say.

    Upper case, accents and the spaces around do not count; a file is found by its name alone.
    """
    wanted = fold(word)
    tables = _tables(system, index)
    by_key = [
        Hit(register, row)
        for register in tables
        for row in _with_key(register, word.strip(), wanted)
    ]
    if by_key:
        return tuple(by_key)
    found: dict[tuple[str, int], Hit] = {}
    for table, column in _entries(system):
        register = index.register(table)
        for row in index.rows(table):
            if register and any(_is(text, wanted) for text in cited(row, column)):
                found.setdefault((row.path, row.line), Hit(register, row, column))
    return tuple(found.values())


def near(word: str, system: QualitySystem, index: Index) -> tuple[str, ...]:
    """Return what a word could have meant: identifiers and entries that look like it, five."""
    from difflib import get_close_matches

    known: dict[str, str] = {}
    for register in _tables(system, index):
        known.update((fold(key), key) for key in register.by_key)
    for table, column in _entries(system):
        for row in index.rows(table):
            known.update((fold(text), text) for text in cited(row, column))
    wanted = fold(word)
    # PST-2026-2 is how a person writes PST-2026-0002.
    same = [text for folded, text in known.items() if _bare(folded) == _bare(wanted)]
    inside = [text for folded, text in known.items() if len(wanted) > 2 and wanted in folded]
    close = [known[folded] for folded in get_close_matches(wanted, known, n=5, cutoff=0.7)]
    return tuple(dict.fromkeys([*same, *inside, *close]))[:5]


def _bare(word: str) -> str:
    """Return a word whose numbers have no zeros in front."""
    return _ZEROS.sub("", word)


def used_on(equipment: str, day: date, chain: Chain, index: Index) -> tuple[Row, ...]:
    """Return the starting rows of a chain that used an instrument on a day.

    A row without end lasts until it has one.
    """
    period = chain.period
    if period is None:
        return ()
    rows = index.naming(chain.start, period.equipment, equipment)
    return tuple(row for row in rows if _within(row, period.first, period.last, day))


def _within(row: Row, first: str, last: str, day: date) -> bool:
    begun, ended = row.day(first), row.day(last)
    return begun is not None and begun <= day and (ended is None or day <= ended)


def _with_key(register: Register, word: str, wanted: str) -> Iterator[Row]:
    exact = register.by_key.get(word)
    if exact is not None:
        yield exact
        return
    yield from (row for key, row in register.by_key.items() if fold(key) == wanted)


def _tables(system: QualitySystem, index: Index) -> list[Register]:
    names = dict.fromkeys(table for chain in system.chains.values() for table in chain.tables)
    return [register for name in names if (register := index.register(name))]


def _entries(system: QualitySystem) -> tuple[tuple[str, str], ...]:
    """Return table and column of what leads to a dossier: what chains say, and every file."""
    said = [entry for chain in system.chains.values() for entry in chain.entries]
    names = dict.fromkeys(table for chain in system.chains.values() for table in chain.tables)
    files = [
        (name, column.name)
        for name in names
        if name in system.registers
        for column in system.registers[name].schema.columns
        if column.kind == "fichier"
    ]
    return tuple(dict.fromkeys((*said, *files)))


def _is(text: str, wanted: str) -> bool:
    return fold(text) == wanted or fold(text.replace("\\", "/").rpartition("/")[2]) == wanted
