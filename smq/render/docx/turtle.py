"""The turtle of a process: six boxes around its name, as a table that Word can edit."""

from smq.render.docx.inline import Inline
from smq.render.docx.markdown import parse_inline
from smq.render.docx.names import Style
from smq.render.docx.oxml import Element, W, w
from smq.render.docx.tables import Cell, cell, keep_together, shared
from smq.render.docx.writer import Writer
from smq.render.page import Box, Turtle

_PARTS = (37, 2, 22, 2, 37)
"""Widths: box, arrow, name, arrow, box."""
_ACCENT = "1F3864"


def turtle(writer: Writer, inline: Inline, block: Turtle) -> list[Element]:
    """Return the figure, its heading left out, and the gap after it."""
    widths = shared(writer.template.text_width, _PARTS)
    accent = _accent(writer)
    rows = (
        (block.means, "", "▼", "", block.who),
        None,
        (block.inputs, "►", block.centre, "►", block.outputs),
        None,
        (block.methods, "", "▲", "", block.measures),
    )
    root = w(
        "tbl",
        w(
            "tblPr",
            w("tblW", w=sum(widths), type="dxa"),
            w("tblInd", w=writer.template.table_indent, type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0000"),
        ),
        w("tblGrid", *(w("gridCol", w=width) for width in widths)),
    )
    for row in rows:
        element = w("tr", w("trPr", w("cantSplit")))
        for column, width in enumerate(widths):
            content = row[column] if row else ""
            element.append(_part(writer, inline, content, width, accent))
        root.append(element)
    _name_cell(root[4][3], accent)
    keep_together(root)
    return [root, writer.gap()]


def _part(writer: Writer, inline: Inline, content: Box | str, width: int, accent: str) -> Element:
    if isinstance(content, Box):
        title = writer.label(content.title, Style.BOX_TITLE)
        blocks: Cell = [title]
        for line in content.lines:
            blocks.append(writer.paragraph(Style.BOX, *inline.runs(parse_inline(line))))
        return cell(writer, width, blocks, _borders(accent), w("shd", val="clear", fill="F5F7FB"))
    if len(content) == 1:
        blocks = [writer.label(content, Style.BOX_TITLE, align="center")]
    elif content:
        blocks = [writer.label(content, Style.CENTRE)]
    else:
        blocks = [writer.paragraph(Style.GAP)]
    return cell(writer, width, blocks, w("vAlign", val="center"))


def _name_cell(element: Element, accent: str) -> None:
    properties = element.find(W + "tcPr")
    if properties is not None:
        properties.insert(1, w("shd", val="clear", color="auto", fill=accent))


def _borders(accent: str) -> Element:
    sides = ("top", "left", "bottom", "right")
    return w("tcBorders", *(w(s, val="single", sz=6, space=0, color=accent) for s in sides))


def _accent(writer: Writer) -> str:
    """Return the colour of table headers, so that a restyled template colours the figure too."""
    identifier, styles = writer.style(Style.TABLE), writer.template.styles_part
    if styles is not None and identifier:
        for style in styles.element.iter(W + "style"):
            if style.get(W + "styleId") == identifier:
                for shade in style.iter(W + "shd"):
                    fill = str(shade.get(W + "fill", "auto"))
                    if fill != "auto":
                        return fill
    return _ACCENT
