"""`smq fill`: writes an answer in the place that was left to fill in, and rows below it."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any
from unicodedata import normalize

from smq.errors import SmqError
from smq.i18n import _
from smq.load import markdown_text as grammar
from smq.model import Document, FieldType, QualitySystem
from smq.operations.assignment import items, pieces
from smq.operations.blanks import Blank, blanks, facts_of
from smq.operations.field_values import Context, Remark
from smq.operations.header_edit import decoded, edit_header
from smq.operations.header_rows import Table, checked_cell, new_row, table_of, typed_cells
from smq.operations.header_values import HeaderList, HeaderMap, free_text, in_place_of
from smq.operations.literal import as_typed, in_cell, in_text
from smq.operations.people import is_stranger
from smq.operations.row_help import RowHelp, row_help
from smq.operations.set_field import checked_text, set_fields
from smq.operations.text_blanks import cells_of, replaced, row_below, without_example

__all__ = ["Blank", "Filling", "blanks"]

_NUMBER = re.compile(r"([0-9]{1,6})([.)]?)")


class Filling:
    """Fills one document; what was written stays written whatever comes next.

    Attributes:
        system: the platform.
        document: the document, as read first.
        raw: the bytes of its file, with every answer so far.
        remarks: what the person should know about the last answer.
    """

    def __init__(self, system: QualitySystem, document: Document, raw: bytes) -> None:
        """Start with the file as it is."""
        self.system = system
        self.document = document
        self.raw = raw
        self.remarks: list[Remark] = []

    def left(self, language: str) -> tuple[Blank, ...]:
        """Return the places that are left, in order.

        Raises:
            SmqError: the header cannot be read.
        """
        return blanks(self.system, self.document, self.raw, language)

    def answer(self, blank: Blank, typed: str) -> None:
        """Write an answer in a place; the example below it goes with the last place of its block.

        Raises:
            SmqError: the answer is not accepted there; nothing is changed.
        """
        typed = normalize("NFC", typed)
        context = Context(self.system, self.document)
        if blank.absent:
            self._set_absent(blank, typed, context)
        elif blank.in_header:
            self._answer_in_header(blank, typed, context)
        else:
            self._answer_in_text(blank, typed)
        self.remarks = context.remarks

    def add_row(self, blank: Blank, typed: str) -> None:
        """Write a row, or an item of a list, at the end of the table around a place.

        Args:
            blank: a place of the table.
            typed: its cells between semicolons; the text itself for a list.

        Raises:
            SmqError: there are too few or too many cells, or one that is required is missing.
        """
        typed = normalize("NFC", typed)
        if blank.in_header:
            self._add_to_header(blank, typed)
            return
        given = pieces(typed, ";")
        number = self._next_number(blank)
        if number and len(given) == len(blank.columns) and _NUMBER.fullmatch(given[0]):
            given = given[1:]
        columns = blank.columns[1:] if number else blank.columns
        if len(given) != len(columns):
            raise _miscounted(typed, columns)
        cells = (number, *given) if number else given
        self._keep(row_below(self._text, self._rows(blank)[-1], cells))

    def take_back(self, before: bytes) -> None:
        """Return to the bytes that the file had before an answer."""
        self.raw = before
        self.remarks = []

    def add_item(self, blank: Blank, typed: str, added: int) -> None:
        """Write an item of a list inside a row, below a place and the items added already.

        Raises:
            SmqError: the header cannot be changed.
        """
        at = blank.path[-1]
        assert isinstance(at, int)
        item = free_text(normalize("NFC", typed))

        def edit(tree: HeaderMap) -> None:
            holder: Any = tree
            for part in blank.path[:-1]:
                holder = holder[part]
            holder.insert(at + 1 + added, item)

        self.raw = edit_header(self.raw, edit, path=self.document.path)
        self.remarks = []

    def is_stranger(self, typed: str) -> bool:
        """Return whether a name would be written although nobody in smq.yaml bears it."""
        return is_stranger(self.system.settings, typed)

    def row_help(self, blank: Blank) -> RowHelp:
        """Return what helps to type a row of the table of the header around a place."""
        table = self._table(blank) if blank.in_header and blank.columns else None
        if table is None or len(table.columns) != len(blank.columns):
            return RowHelp()
        return row_help(table, blank.columns, Context(self.system, self.document))

    def is_last_row(self, blank: Blank) -> bool:
        """Return whether a place lies in the last row of its table: there, more are expected."""
        return blank.in_header or self._rows(blank)[-1] == blank.line

    def row_columns(self, blank: Blank) -> tuple[str, ...]:
        """Return the columns to type for another row of a table: without its numbers."""
        if blank.in_header or not blank.columns:
            return blank.columns
        return blank.columns[1:] if self._next_number(blank) else blank.columns

    @property
    def _text(self) -> str:
        return decoded(self.raw, self.document.path)

    def _rows(self, blank: Blank) -> tuple[int, ...]:
        """Return the lines of the rows of the table around a place of the text."""
        for table in facts_of(self.system, self.document, self.raw).body.tables:
            lines = tuple(line for line, _cells in table.rows)
            if blank.line in lines:
                return lines
        return (blank.line,)

    def _next_number(self, blank: Blank) -> str | None:
        """Return what the first cell of another row holds when the rows are numbered."""
        if len(blank.columns) < 2:
            return None
        rows = (cells_of(self._text, line) for line in self._rows(blank))
        return _following([cells[0] if cells else "" for cells in rows])

    def _set_absent(self, blank: Blank, typed: str, context: Context) -> None:
        table = self._table(blank)
        for row in items(typed, "|\n") if table else ():
            _check_count(blank, table, row)
        edited = set_fields(self.system, self.document, self.raw, [f"{blank.path[0]}={typed}"])
        for fault in edited.faults:
            raise fault
        context.remarks.extend(edited.remarks)
        self.raw = edited.content

    def _answer_in_header(self, blank: Blank, typed: str, context: Context) -> None:
        own = self.system.settings.reading.to_complete

        def edit(tree: HeaderMap) -> None:
            holder: Any = tree
            for part in blank.path[:-1]:
                holder = holder[part]
            old = holder[blank.path[-1]]
            text = str(getattr(old, "value", old))
            filled = _replaced_in(text, blank.nth, typed, own)
            if filled == typed:
                filled = self._checked(blank, typed, context)
            holder[blank.path[-1]] = in_place_of(old, filled)

        self.raw = edit_header(self.raw, edit, path=self.document.path)

    def _checked(self, blank: Blank, typed: str, context: Context) -> str:
        """Return what a value of the header becomes when what was typed is all of it."""
        name, column = str(blank.path[0]), blank.path[-1]
        if len(blank.path) == 1:
            return checked_text(context, name, typed)
        table = table_of(name, self.system.type_of(self.document))
        found = next((c for c in table.columns if c.name == column), None) if table else None
        return checked_cell(table, found, typed, context) if table and found else typed

    def _answer_in_text(self, blank: Blank, typed: str) -> None:
        own = self.system.settings.reading.to_complete
        form = in_text if blank.table is None else in_cell
        written = replaced(self._text, (blank.line, blank.column), typed, own, form)
        if written is None:
            raise SmqError(
                _("Line {line}: where this place ends is not clear."),
                _("Skip it here and write it in your editor."),
                line=blank.line,
            )
        self._keep(written)
        body = facts_of(self.system, self.document, self.raw).body
        self._keep(without_example(written, blank.line, body))

    def _add_to_header(self, blank: Blank, typed: str) -> None:
        name = str(blank.path[0])
        table = self._table(blank)
        context = Context(self.system, self.document)
        _check_count(blank, table, typed)
        cells = typed_cells(table, typed, context) if table else {}

        def edit(tree: HeaderMap) -> None:
            rows = tree[name]
            assert isinstance(rows, HeaderList)
            rows.append(new_row(table, cells, rows) if table else free_text(typed))

        self.raw = edit_header(self.raw, edit, path=self.document.path)
        self.remarks = context.remarks

    def _table(self, blank: Blank) -> Table | None:
        """Return the table of the header around a place, None when it is a list of texts."""
        name = str(blank.path[0])
        table = table_of(name, self.system.type_of(self.document))
        if table is None and blank.columns:
            return Table(name, tuple(FieldType(c, "texte", False, ()) for c in blank.columns))
        return table

    def _keep(self, whole: str) -> None:
        mark = b"\xef\xbb\xbf" if self.raw.startswith(b"\xef\xbb\xbf") else b""
        self.raw = mark + whole.encode()


def _replaced_in(text: str, nth: int, typed: str, own: tuple[str, ...]) -> str:
    """Return a value of the header with one of its placeholders replaced."""
    start = grammar.placeholders(grammar.cleaned(text), own)[nth][0]
    before = text[:start]
    place = before.count("\n") + 1, start - before.rfind("\n")
    filled = replaced(text, place, typed, own, as_typed)
    return text if filled is None else filled


def _check_count(blank: Blank, table: Table | None, typed: str) -> None:
    """Raise when a row ends before the last column that the type requires, or has too many cells.

    Where the type requires no column, each is asked for.
    """
    if table is None:
        return
    required = [at for at, column in enumerate(table.columns, 1) if column.required]
    least = required[-1] if required else len(table.columns)
    if not least <= len(pieces(typed, ";")) <= len(table.columns):
        raise _miscounted(typed, blank.columns)


def _miscounted(typed: str, columns: Sequence[str]) -> SmqError:
    return SmqError(
        _("Cells in «{typed}»: {count}; expected: {known} ({columns})."),
        _("Cells go between semicolons; with nothing between two of them, a cell stays empty."),
        count=len(pieces(typed, ";")),
        typed=typed,
        known=len(columns),
        columns=" ; ".join(columns),
    )


def _following(firsts: Sequence[str]) -> str | None:
    """Return the number after those of a column, written as the last; None when it does not count.

    A column counts when it begins at 1 (or 0) and rises: quantities and years seldom do.
    """
    found = [_NUMBER.fullmatch(cell) for cell in firsts]
    numbers = [int(match[1]) for match in found if match]
    last = found[-1]
    if last is None or numbers[0] > 1 or any(a >= b for a, b in pairwise(numbers)):
        return None
    return str(numbers[-1] + 1).zfill(len(last[1])) + last[2]
