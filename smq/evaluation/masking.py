"""The masked form: what a register says of people and of confidential work is hidden, rows stay.

Identifiers, dates, choices and references stay, so that a dossier is still walked from end to end.
A reference that would tell what is hidden is named anew, the same wherever it stands.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from smq.evaluation.confidential import STAFF, Confidential, confidential, people_columns
from smq.evaluation.names import Names, names_hidden, names_people
from smq.evaluation.standins import StandIns, telling_tables
from smq.model import QualitySystem
from smq.model.register import Column
from smq.model.table import Cell, Register, Row
from smq.model.trail import Missing, Step, Trail

_TELLING = ("texte", "liste", "fichier")
"""Kinds of columns whose words may tell what is confidential."""
_WORD = re.compile(r"\w+")
_SEPARATORS = re.compile(r"[-_./]+")


@dataclass(frozen=True)
class Mask:
    """What is hidden.

    Attributes:
        word: that stands in the place of what is hidden.
        registers: the tables, of which every identifier is known.
        secret: the confidential rows, and who asked for them.
        names: that are hidden wherever they are written.
        answerable: identifiers of the people of smq.yaml, whose names stand in signed documents.
        codes: of the processes: alone in a cell they are a choice.
        stand_ins: of the references that would tell what is hidden.
    """

    word: str
    registers: Mapping[str, Register]
    secret: Confidential
    names: Names
    answerable: frozenset[str] = frozenset()
    codes: frozenset[str] = frozenset()
    stand_ins: StandIns = field(default_factory=StandIns)

    def confidential(self, register: Register, row: Row) -> bool:
        """Return whether a row is confidential, of such a dossier, or says who asked for it."""
        return self.secret.holds(register.name, row.key)

    def hides(self, register: Register, row: Row, column: Column) -> bool:
        """Return whether a cell that says something is hidden."""
        text = row.text(column.name).strip()
        if not text or column.name == register.schema.key:
            return False
        if column.confidential:
            return True
        if column.expression is not None and self._computed_from_hidden(register, row, column):
            return True
        if text in self.codes or self._is_reference(row, column):
            return False
        if column.kind == "enum":
            return column.personal or self._sorts_asker(register, row, column)
        return (
            column.personal
            or (column.kind in _TELLING and self.confidential(register, row))
            or self._names_somebody(register, column, text)
        )

    def shows(self, register: Register, row: Row) -> bool:
        """Return whether a paper of a row would show what is hidden: a secret, or a person.

        Those who answer for the platform are named by every document that they signed.
        """
        if self.confidential(register, row) or names_people(register):
            return True
        said = ((c, row.text(c.name).strip()) for c in register.schema.columns)
        return any(
            column.confidential
            or (column.personal and column.kind == "ref" and text not in self.answerable)
            or self._names_somebody(register, column, text)
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
        columns = register.schema.columns
        hidden = [c.name for c in columns if self.hides(register, row, c)]
        cells = dict(row.cells)
        for name in hidden:
            cells[name] = Cell(self.word, self.word, cells[name].column, cells[name].line)
        if self.confidential(register, row):
            for column in columns:
                named = self.stand_ins.of(row, column) if column.name not in hidden else ()
                if named:
                    text, cell = "|".join(named), cells[column.name]
                    value = named if isinstance(cell.value, tuple) else text
                    cells[column.name] = Cell(text, value, cell.column, cell.line)
        return replace(row, cells=cells) if cells != row.cells else row

    def _computed_from_hidden(self, register: Register, row: Row, column: Column) -> bool:
        """Return whether what is computed tells what is hidden: the end of a stay, its beginning.

        What is computed from what is computed is looked through.
        """
        words = set(_WORD.findall(column.expression or ""))
        read = (c for c in register.schema.columns if c.name in words and c.name != column.name)
        return any(self.hides(register, row, c) for c in read)

    def _sorts_asker(self, register: Register, row: Row, column: Column) -> bool:
        """Return whether a choice says of what sort somebody is who asked for confidential work.

        It stands in the row of that person, and wherever else a row of theirs repeats it.
        """
        people = self.secret.people
        if row.key in people.get(register.name, ()):
            return True
        for name, table in people_columns(register.schema, self.registers):
            own = self.registers[table].schema.column(column.name)
            if own and own.values == column.values:
                return row.text(name).strip() in people.get(table, ())
        return False

    def _names_somebody(self, register: Register, column: Column, text: str) -> bool:
        """Return whether plain words name a user; tables of people are masked by their columns."""
        if column.kind not in _TELLING or register.name == STAFF or names_people(register):
            return False
        return self.names.stand_in(text)

    def names_in_path(self, path: str) -> bool:
        """Return whether the name of a file names somebody who is hidden."""
        return any(self.names.stand_in(text) for text in (path, _SEPARATORS.sub(" ", path)))

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
    secret = confidential(system)
    names = names_hidden(system.registers, secret)
    codes = frozenset(process.code for process in system.settings.processes)
    mask = Mask(word, system.registers, secret, names, answerable, codes)
    told = telling_tables(system.registers, secret)
    rows = (
        (register, row)
        for _name, register in sorted(system.registers.items())
        for row in register.rows
        if told and mask.confidential(register, row)
    )
    return replace(mask, stand_ins=StandIns.made(rows, told, word))


def masked(system: QualitySystem, mask: Mask) -> QualitySystem:
    """Return a platform whose tables are masked; what was judged on the real ones is not."""
    registers = {name: mask.masked(register) for name, register in system.registers.items()}
    return replace(system, registers=registers)


def is_nominative(register: Register) -> bool:
    """Return whether every row of a table names a person."""
    columns = register.schema.columns
    return names_people(register) or any(
        c.personal and c.required and c.kind == "ref" for c in columns
    )


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


def _told(step: Step, row: Row) -> Iterator[Missing]:
    """Yield what a step lacks; what a masked cell says is not said there either."""
    before = step.row
    hidden = {
        part: row.text(name)
        for name, cell in (before.cells.items() if before else ())
        if row.text(name) != cell.text
        for part in (cell.text, *(cell.value if isinstance(cell.value, tuple) else ()))
    }
    for lack in step.missing:
        values = {k: hidden.get(v, v) if isinstance(v, str) else v for k, v in lack.values.items()}
        yield replace(lack, values=values)


def _masked_step(step: Step, real: Mapping[str, Register], shown: Mapping[str, Register]) -> Step:
    register = shown.get(step.register.name)
    if register is None or step.row is None:
        return step
    rows = real[register.name].rows
    row = next((new for old, new in zip(rows, register.rows, strict=True) if old is step.row), None)
    if row is None:
        return replace(step, register=register)
    return replace(step, register=register, row=row, missing=tuple(_told(step, row)))
