"""The masked form: what a register says of people and of confidential work is hidden, rows stay.

Identifiers, dates, choices and references stay, so that a dossier is still walked from end to end.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from smq.model import QualitySystem
from smq.model.register import Column, RegisterSchema
from smq.model.table import Cell, Register, Row
from smq.model.trail import Step, Trail
from smq.registers.naming import naming_column

STAFF = "personnels"
"""Table of those who work for the platform: naming them tells nothing of who asked."""
FLAG = "confidentiel"
"""Column that says of a row that it is confidential."""
_TELLING = ("texte", "liste", "fichier")
"""Kinds of columns whose words may tell what is confidential."""


@dataclass(frozen=True)
class Mask:
    """What is hidden.

    Attributes:
        word: that stands in the place of what is hidden.
        registers: the tables, of which every identifier is known.
        rows: (table, line) of the confidential rows.
        answerable: identifiers of the people of smq.yaml, whose names stand in signed documents.
    """

    word: str
    registers: Mapping[str, Register]
    rows: frozenset[tuple[str, int]]
    answerable: frozenset[str] = frozenset()

    def confidential(self, register: Register, row: Row) -> bool:
        """Return whether a row is confidential, or belongs to a dossier that is."""
        return (register.name, row.line) in self.rows

    def hides(self, register: Register, row: Row, column: Column) -> bool:
        """Return whether a cell that says something is hidden."""
        if not row.text(column.name).strip() or column.name == register.schema.key:
            return False
        if column.confidential:
            return True
        if column.personal:
            return not self._is_reference(row, column)
        return (
            self.confidential(register, row)
            and column.kind in _TELLING
            and not self._is_reference(row, column)
        )

    def shows(self, register: Register, row: Row) -> bool:
        """Return whether a paper of a row would show what is hidden: a secret, or a person.

        Those who answer for the platform are named by every document that they signed.
        """
        if self.confidential(register, row):
            return True
        naming = naming_column(register.schema)
        if naming is not None and naming.personal:
            return True
        said = ((c, row.text(c.name).strip()) for c in register.schema.columns)
        return any(
            column.confidential
            or (column.personal and column.kind == "ref" and text not in self.answerable)
            for column, text in said
            if text
        )

    def masked(self, register: Register) -> Register:
        """Return a table with its hidden cells replaced."""
        rows = tuple(self._masked_row(register, row) for row in register.rows)
        by_key: dict[str, Row] = {}
        for row in rows:
            if row.key:
                by_key.setdefault(row.key, row)
        return replace(register, rows=rows, by_key=by_key)

    def _masked_row(self, register: Register, row: Row) -> Row:
        hidden = [c.name for c in register.schema.columns if self.hides(register, row, c)]
        if not hidden:
            return row
        cells = dict(row.cells)
        for name in hidden:
            cells[name] = Cell(self.word, self.word, cells[name].column, cells[name].line)
        return replace(row, cells=cells)

    def _is_reference(self, row: Row, column: Column) -> bool:
        """Return whether a cell names rows by their identifiers, which tell nothing alone."""
        target = self.registers.get((column.target or "").partition(".")[0])
        if target is None:
            return False
        value = row.value(column.name)
        words = value if isinstance(value, tuple) else (row.text(column.name).strip(),)
        return all(word in target.by_key for word in words)


def mask_of(system: QualitySystem, word: str) -> Mask:
    """Return what the masked form of a platform hides.

    Args:
        system: the platform, its registers and chains read.
        word: that stands in the place of what is hidden.
    """
    answerable = frozenset(person.id for person in system.settings.people)
    return Mask(word, system.registers, frozenset(_confidential(system)), answerable)


def masked(system: QualitySystem, mask: Mask) -> QualitySystem:
    """Return a platform whose tables are masked; what was judged on the real ones is not."""
    registers = {name: mask.masked(register) for name, register in system.registers.items()}
    return replace(system, registers=registers)


def is_nominative(schema: RegisterSchema) -> bool:
    """Return whether every row of a table names a person."""
    naming = naming_column(schema)
    if naming is not None and naming.personal:
        return True
    return any(c.personal and c.required and c.kind == "ref" for c in schema.columns)


def _confidential(system: QualitySystem) -> Iterator[tuple[str, int]]:
    """Yield the rows that say it, and those of the same dossier.

    A row belongs to the dossier of the row that it names by a link that every dossier has.
    """
    keys: dict[str, set[str]] = {}
    for register in system.registers.values():
        said = {row.key for row in register.rows if row.value(FLAG) is True}
        if said:
            keys[register.name] = said
    links = tuple(_dossier_links(system))
    while keys and (more := _reached(system, keys, links)):
        for table, found in more.items():
            keys.setdefault(table, set()).update(found)
    for name, people in _askers(system, keys).items():
        keys.setdefault(name, set()).update(people)
    for name, found in keys.items():
        for row in system.registers[name].rows:
            if row.key in found:
                yield name, row.line


def _askers(system: QualitySystem, keys: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """Return, by table, the people whom confidential rows name, the platform's own left out.

    Their own rows tell from which company or team they come.
    """
    found: dict[str, set[str]] = {}
    for name, confidential in keys.items():
        register = system.registers[name]
        columns = [
            (column.name, target)
            for column in register.schema.columns
            if column.personal
            and (target := (column.target or "").partition(".")[0]) in system.registers
            and target != STAFF
        ]
        for row in register.rows if columns else ():
            if row.key in confidential:
                for column, target in columns:
                    found.setdefault(target, set()).add(row.text(column).strip())
    return found


def _dossier_links(system: QualitySystem) -> Iterator[tuple[str, str, str]]:
    """Yield table, column and table named of the links that no dossier goes without."""
    for chain in system.chains.values():
        for link in chain.links:
            origin = link.origin or chain.start
            reached, start = system.registers.get(link.table), system.registers.get(origin)
            if link.optional or reached is None or start is None:
                continue
            if reached.schema.column(link.column):
                yield link.table, link.column, origin
            elif start.schema.column(link.column):
                yield origin, link.column, link.table


def _reached(
    system: QualitySystem, keys: Mapping[str, set[str]], links: tuple[tuple[str, str, str], ...]
) -> dict[str, set[str]]:
    """Return, by table, the rows that name a confidential one and were not known yet."""
    found: dict[str, set[str]] = {}
    for table, column, named in links:
        known = keys.get(table, set())
        for row in system.registers[table].rows if named in keys else ():
            if row.key and row.key not in known and row.text(column).strip() in keys[named]:
                found.setdefault(table, set()).add(row.key)
    return found


def masked_trail(
    trail: Trail, real: Mapping[str, Register], shown: Mapping[str, Register]
) -> Trail:
    """Return a dossier as the masked form shows it; what is missing was judged on the real rows.

    Args:
        trail: walked on the real tables.
        real: those tables, by name.
        shown: the same, masked.
    """
    steps = tuple(_masked_step(step, real, shown) for step in trail.steps)
    return replace(trail, steps=steps)


def _masked_step(step: Step, real: Mapping[str, Register], shown: Mapping[str, Register]) -> Step:
    register = shown.get(step.register.name)
    if register is None or step.row is None:
        return step
    rows = real[register.name].rows
    row = next((new for old, new in zip(rows, register.rows, strict=True) if old is step.row), None)
    return replace(step, register=register, row=row or step.row)
