"""Tables of the text, and tables made from structured fields."""

from smq.render.docx.controls import choice_box
from smq.render.docx.inline import Inline
from smq.render.docx.markdown import Node, parse_inline, visible
from smq.render.docx.names import Style
from smq.render.docx.oxml import Element
from smq.render.docx.tables import Cell, Shape, measured, proportioned, table
from smq.render.docx.writer import Writer
from smq.render.page import Grid

_CROWDED = 5
"""Columns from which a table is set small: at the usual size it would be all line ends."""
_ALIGNMENTS = {"text-align:center": "center", "text-align:right": "right"}


def body_table(writer: Writer, inline: Inline, node: Node, left: int) -> list[Element]:
    """Return a pipe table and the gap after it."""
    rows = [row for row in node.walk() if row.type == "tr"]
    crowded = any(len(row.children) >= _CROWDED for row in rows)
    look = Style.SMALL if crowded else Style.CELL
    said: list[list[str]] = []
    cells: list[list[Cell]] = []
    for row in rows:
        said.append([visible(cell.inline) for cell in row.children])
        cells.append([_cell(writer, inline, cell, look) for cell in row.children])
    widths = measured(writer.template.text_width - left, said, small=crowded)
    header = any(text for text in said[0]) if said else False
    shape = Shape(Style.TABLE, widths, header=header, indent=left)
    return [table(writer, shape, cells if header else cells[1:] or cells), writer.gap()]


def grid(writer: Writer, inline: Inline, block: Grid) -> list[Element]:
    """Return the table of a structured field, its heading left out, and the gap after it."""
    tokens = [[parse_inline(cell) for cell in row] for row in _rows(block)]
    said = [[visible(cell) for cell in row] for row in tokens]
    total = writer.template.text_width
    if block.widths:
        widths = proportioned(total, block.widths, said, small=block.compact)
    else:
        widths = measured(total, said, small=block.compact)
    look = Style.SMALL if block.compact else Style.CELL
    cells = [[[writer.paragraph(look, *inline.runs(c))] for c in row] for row in tokens]
    _offer_choices(writer, block, cells, look)
    style = Style.TABLE if block.header else Style.SHEET
    shape = Shape(style, widths, header=bool(block.header), labels=block.first_column_is_label)
    return [table(writer, shape, cells), writer.gap()]


def _offer_choices(writer: Writer, block: Grid, cells: list[list[Cell]], look: Style) -> None:
    """Put a list to choose from in each empty cell of the columns that have one."""
    first = 1 if block.header else 0
    for column, offered in block.choices:
        title = block.header[column] if block.header else ""
        for row, said in zip(cells[first:], block.rows, strict=True):
            if not said[column]:
                tag = f"{title}:{said[0]}"
                row[column] = [writer.paragraph(look, choice_box(writer, title, tag, offered))]


def _rows(block: Grid) -> list[tuple[str, ...]]:
    return [*([block.header] if block.header else []), *block.rows]


def _cell(writer: Writer, inline: Inline, cell: Node, look: Style) -> Cell:
    align = _ALIGNMENTS.get(str(cell.token.attrs.get("style", "")))
    return [writer.paragraph(look, *inline.runs(cell.inline), align=align)]
