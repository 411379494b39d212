"""The structured fields of a header as tables, with the labels of the document's type."""

from dataclasses import dataclass

from smq.i18n import Translator
from smq.load.fields import Reader
from smq.model import Document, DocumentType, FieldType
from smq.render.page import Block, Grid
from smq.render.wording import listed, literal, one_line, to_complete


@dataclass(frozen=True)
class Sheet:
    """Reads the structured fields of one document.

    What the type requires and the header lacks shows as a visible placeholder, in a draft and
    after: a reader must see that it is not written. An optional field that is empty is left out.

    Attributes:
        document: whose header is read.
        type: says the fields, their labels and what is required.
        translate: into the language of the page.
    """

    document: Document
    type: DocumentType
    translate: Translator

    @property
    def reader(self) -> Reader:
        """Return a reader of the header; its faults are findings of `check`, not of a rendering."""
        return Reader(self.document.header, self.document.path, [])

    def field(self, name: str) -> FieldType:
        """Return the declaration of a field, an optional text when the type has none."""
        fallback = FieldType(name, "texte", required=False, labels=())
        return next((f for f in self.type.fields if f.name == name), fallback)

    def label(self, name: str) -> str:
        """Return the label of a field."""
        return self.field(name).label(self.translate.language)

    def missing(self, field: FieldType) -> str:
        """Return what stands for a field or column that is empty."""
        if not field.required:
            return ""
        return to_complete(field.label(self.translate.language), self.translate)

    def text(self, name: str) -> str:
        """Return one text, its placeholder, or the empty string."""
        return one_line(self.reader.text(name) or "") or self.missing(self.field(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, its placeholder alone, or nothing."""
        written = tuple(line for text in self.reader.texts(name) if (line := one_line(text)))
        missing = self.missing(self.field(name))
        return written or ((missing,) if missing else ())

    def rows(self, name: str) -> tuple[tuple[str, ...], ...]:
        """Return the rows of a table, a row with its placeholder alone, or nothing."""
        columns = self.field(name).columns
        written = [
            tuple(one_line(", ".join(item.texts(column.name))) for column in columns)
            for item in self.reader.mappings(name)
        ]
        missing = self.missing(self.field(name))
        filled = [
            tuple(cell or self.missing(c) for cell, c in zip(row, columns, strict=True))
            for row in written
            if any(row)
        ]
        if not filled and missing and columns:
            filled = [(missing, *("" for _column in columns[1:]))]
        return tuple(filled)

    def column(self, name: str, column: str) -> tuple[str, ...]:
        """Return the cells of one column of a table, empty ones left out, each once."""
        names = [c.name for c in self.field(name).columns]
        if column not in names:
            return ()
        at = names.index(column)
        return tuple(dict.fromkeys(row[at] for row in self.rows(name) if row[at]))

    def header(self, name: str) -> tuple[str, ...]:
        """Return the labels of the columns of a table."""
        columns = self.field(name).columns
        return tuple(literal(c.label(self.translate.language)) for c in columns)

    def grid(self, name: str, *, compact: bool = False) -> tuple[Grid, ...]:
        """Return a table field under its label, nothing when it is optional and empty."""
        rows = self.rows(name)
        return (Grid(self.label(name), self.header(name), rows, compact=compact),) if rows else ()


def field_blocks(sheet: Sheet) -> tuple[Block, ...]:
    """Return every structured field of a document: texts and lists in one grid, then each table."""
    rows = []
    for field in sheet.type.fields:
        if field.kind == "table":
            continue
        lines = sheet.texts(field.name) if field.kind == "liste" else (sheet.text(field.name),)
        if any(lines):
            rows.append((sheet.label(field.name), listed(lines, sheet.translate.language)))
    tables = [g for f in sheet.type.fields if f.kind == "table" for g in sheet.grid(f.name)]
    return (*label_grid(rows), *tables)


def label_grid(
    rows: list[tuple[str, str]], title: str = "", *, compact: bool = False
) -> tuple[Grid, ...]:
    """Return a grid of labels and values, nothing without rows."""
    if not rows:
        return ()
    named = tuple((literal(label), value) for label, value in rows)
    return (Grid(title, (), named, first_column_is_label=True, widths=(1, 4), compact=compact),)
