"""`smq fill`: writes an answer in the place that was left to fill in, and rows below it."""

from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from smq.errors import SmqError
from smq.i18n import _
from smq.load import markdown_text as grammar
from smq.model import Approval, Document, FieldType, QualitySystem, text_of
from smq.operations.assignment import pieces
from smq.operations.blanks import Blank, blanks, facts_of
from smq.operations.field_values import Context, Remark
from smq.operations.header_edit import decoded, edit_header
from smq.operations.header_rows import Table, new_row, table_of, typed_cells
from smq.operations.header_values import HeaderList, HeaderMap, free_text, in_place_of
from smq.operations.set_field import checked_text, set_fields
from smq.operations.text_blanks import cells_of, replaced, row_below, without_example

__all__ = ["Blank", "Filling", "blanks"]


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

    def add_row(self, blank: Blank, below: int, typed: str) -> None:
        """Write a row, or an item of a list, below the one of a place.

        Args:
            blank: a place of the table.
            below: number of rows already added below it, for a table of the header; in the text a
                row goes to the end of the table.
            typed: its cells between semicolons; the text itself for a list.

        Raises:
            SmqError: there are too many cells, or one that is required is missing.
        """
        typed = normalize("NFC", typed)
        if blank.in_header:
            self._add_to_header(blank, below, typed)
            return
        whole = decoded(self.raw, self.document.path)
        line = self._last_line(blank)
        cells = _text_cells(cells_of(whole, line), blank.columns, typed)
        self._keep(row_below(whole, line, cells))

    def take_back(self, before: bytes) -> None:
        """Return to the bytes that the file had before an answer."""
        self.raw = before
        self.remarks = []

    def is_last_row(self, blank: Blank) -> bool:
        """Return whether a place lies in the last row of its table: there, more are expected."""
        return blank.in_header or self._last_line(blank) == blank.line

    def unnamed_people(self) -> tuple[str, ...]:
        """Return the header keys of the people whom the type asks for and nobody fills."""
        declared = self.system.type_of(self.document)
        if declared is None or declared.approval is not Approval.FULL or declared.generated:
            return ()
        header = facts_of(self.system, self.document, self.raw).header
        return tuple(
            name
            for name in ("redacteur", "approbateur")
            if header and not text_of(header.get(name))
        )

    def _last_line(self, blank: Blank) -> int:
        """Return the line of the last row of the table around a place of the text."""
        for table in facts_of(self.system, self.document, self.raw).body.tables:
            lines = [line for line, _cells in table.rows]
            if blank.line in lines:
                return lines[-1]
        return blank.line

    def row_columns(self, blank: Blank) -> tuple[str, ...]:
        """Return the columns to type for another row of a table: without its numbers."""
        if blank.in_header or not blank.columns:
            return blank.columns
        above = cells_of(decoded(self.raw, self.document.path), self._last_line(blank))
        return blank.columns[1:] if _number(above) is not None else blank.columns

    def _set_absent(self, blank: Blank, typed: str, context: Context) -> None:
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
            if filled == typed and len(blank.path) == 1:
                filled = checked_text(context, str(blank.path[0]), typed)
            holder[blank.path[-1]] = in_place_of(old, filled)

        self.raw = edit_header(self.raw, edit, path=self.document.path)

    def _answer_in_text(self, blank: Blank, typed: str) -> None:
        whole = decoded(self.raw, self.document.path)
        own = self.system.settings.reading.to_complete
        place = blank.line, blank.column
        written = replaced(whole, place, typed, own, cell=blank.table is not None)
        if written is None:
            raise SmqError(
                _("Line {line}: where this place ends is not clear."),
                _("Skip it here and write it in your editor."),
                line=blank.line,
            )
        self._keep(written)
        body = facts_of(self.system, self.document, self.raw).body
        self._keep(without_example(written, blank.line, body))

    def _add_to_header(self, blank: Blank, below: int, typed: str) -> None:
        name = str(blank.path[0])
        at = (blank.row or 1) + below
        table = table_of(name, self.system.type_of(self.document))
        if table is None and blank.columns:
            table = Table(name, tuple(FieldType(c, "texte", False, ()) for c in blank.columns))
        context = Context(self.system, self.document)
        cells = typed_cells(table, typed, context) if table else {}

        def edit(tree: HeaderMap) -> None:
            rows = tree[name]
            assert isinstance(rows, HeaderList)
            like = rows[:at]
            rows.insert(at, new_row(table, cells, like) if table else free_text(typed))

        self.raw = edit_header(self.raw, edit, path=self.document.path)
        self.remarks = context.remarks

    def _keep(self, whole: str) -> None:
        mark = b"\xef\xbb\xbf" if self.raw.startswith(b"\xef\xbb\xbf") else b""
        self.raw = mark + whole.encode()


def _replaced_in(text: str, nth: int, typed: str, own: tuple[str, ...]) -> str:
    """Return a value of the header with one of its placeholders replaced."""
    start = grammar.placeholders(grammar.cleaned(text), own)[nth][0]
    before = text[:start]
    place = before.count("\n") + 1, start - before.rfind("\n")
    filled = replaced(text, place, typed, own, cell=False)
    return text if filled is None else filled


def _text_cells(above: Sequence[str], columns: Sequence[str], typed: str) -> tuple[str, ...]:
    """Return the cells of a new row; a first column of numbers goes on by itself."""
    given = pieces(typed, ";")
    number = _number(above)
    if number is not None and len(given) < len(columns):
        given = (above[0].replace(str(number), str(number + 1)), *given)
    if len(given) != len(columns):
        raise SmqError(
            _("{count} cells in «{typed}», and {known} columns."),
            _("Cells go between semicolons, in this order: {columns}."),
            count=len(given),
            typed=typed,
            known=len(columns),
            columns=" ; ".join(columns[1:] if number is not None else columns),
        )
    return tuple(given)


def _number(cells: Sequence[str]) -> int | None:
    """Return the number that a row begins with, None when it begins otherwise."""
    bare = cells[0].rstrip(".") if cells else ""
    return int(bare) if bare.isascii() and bare.isdigit() and str(int(bare)) == bare else None
