"""A platform seen from one of its technical units (*plateaux*)."""

from collections.abc import Mapping
from dataclasses import replace

from smq.evaluation.dossier_rows import dossier_rows
from smq.model import Document, QualitySystem
from smq.model.header import scalars
from smq.model.register import Column
from smq.model.table import Register, Row

AREA = "plateau"
"""Column that says of a row in which technical unit it is."""


def concerns(document: Document, area: str) -> bool:
    """Return whether a document is about a technical unit: one that names none is about all."""
    named = [scalar.text for scalar in scalars(document.field("plateaux"))]
    return not named or area in named


def of_area(system: QualitySystem, area: str | None) -> QualitySystem:
    """Return a platform without what is about other technical units only; all of it for None.

    A row goes when it names another unit, or refers to rows of which none stays: the uses of an
    instrument go with it. So does what belongs to the dossiers of such rows alone: the request of
    an analysis, its invoice.
    """
    if area is None:
        return system
    documents = tuple(d for d in system.documents if concerns(d, area))
    paths = {document.path for document in documents}
    earlier = {path: d for path, d in system.earlier.items() if path in paths}
    gone: dict[str, set[str]] = {}
    registers = _kept(system.registers, area, gone)
    for table, keys in _theirs_alone(system, registers).items():
        gone.setdefault(table, set()).update(keys)
        registers[table] = _less(registers[table], keys)
    registers = _kept(registers, area, gone)
    return replace(system, documents=documents, earlier=earlier, registers=registers)


def _theirs_alone(system: QualitySystem, kept: Mapping[str, Register]) -> dict[str, set[str]]:
    """Return, by table, the rows of dossiers of which none stays; one of no unit's tables."""
    whole = system.registers
    starts = {chain.start for chain in system.chains.values() if chain.start in whole}
    stay = {table: set(kept[table].by_key) for table in starts}
    left = {table: set(whole[table].by_key) - stay[table] for table in starts}
    theirs = dossier_rows(system.chains, whole, left)
    others = dossier_rows(system.chains, whole, stay)
    return {
        table: keys - others.get(table, set())
        for table, keys in theirs.items()
        if table not in starts and whole[table].schema.column(AREA) is None
    }


def _less(register: Register, keys: set[str]) -> Register:
    """Return a table without some rows."""
    rows = tuple(row for row in register.rows if row.key not in keys)
    by_key = {key: row for key, row in register.by_key.items() if key not in keys}
    return replace(register, rows=rows, by_key=by_key)


def _kept(
    registers: Mapping[str, Register], area: str, gone: dict[str, set[str]]
) -> dict[str, Register]:
    """Return the tables without the rows of other units; their identifiers join those gone."""
    kept = {name: _without(register, area, gone) for name, register in registers.items()}
    while True:
        before = sum(len(register.rows) for register in kept.values())
        kept = {name: _without(register, area, gone) for name, register in kept.items()}
        if sum(len(register.rows) for register in kept.values()) == before:
            return kept


def _without(register: Register, area: str, gone: dict[str, set[str]]) -> Register:
    """Return a table without the rows of other units; their identifiers join those gone."""
    columns = [c for c in register.schema.columns if c.target]
    rows = tuple(row for row in register.rows if _stays(row, columns, area, gone))
    if len(rows) == len(register.rows):
        return register
    left: dict[str, Row] = {}
    for row in rows:
        if row.key:
            left.setdefault(row.key, row)
    gone.setdefault(register.name, set()).update(set(register.by_key) - set(left))
    return replace(register, rows=rows, by_key=left)


def _stays(row: Row, columns: list[Column], area: str, gone: Mapping[str, set[str]]) -> bool:
    own = row.text(AREA).strip()
    if own and own != area:
        return False
    for column in columns:
        out = gone.get((column.target or "").partition(".")[0])
        value = row.value(column.name)
        named = value if isinstance(value, tuple) else (row.text(column.name).strip(),)
        if out and any(named) and all(word in out for word in named):
            return False
    return True
