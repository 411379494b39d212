"""Takes what a report does not have – process, review, reference – out of the filled template."""

import re
from collections.abc import Iterable

from smq.render.docx.fields import UNKNOWN
from smq.render.docx.oxml import Element, W

_REPEATED = re.compile(rf"(?: {UNKNOWN}){{2,}}(?= )")
"""Where a line parts its fields with dashes, one that says nothing leaves two of them."""


def without_unknown(roots: Iterable[Element]) -> None:
    """Remove the labels of fields that say nothing, where a document that is no report shows «–».

    A paragraph `label : –` goes when others stand beside it; a cell `–` is emptied with the label
    before it, a row of nothing else goes, and a table of no row.

    Args:
        roots: the body, headers and footers, their fields filled.
    """
    for root in roots:
        for text in root.iter(W + "t"):
            text.text = _REPEATED.sub(f" {UNKNOWN}", text.text or "")
        for paragraph in list(root.iter(W + "p")):
            _mind_paragraph(paragraph)
        for row in list(root.iter(W + "tr")):
            _mind_row(row)


def _mind_paragraph(paragraph: Element) -> None:
    said = _text(paragraph).split()
    parent = paragraph.getparent()
    if parent is None or len(parent.findall(W + "p")) == 1:
        return
    if len(said) > 1 and said[-1] == UNKNOWN and said[-2].endswith(":"):
        parent.remove(paragraph)


def _mind_row(row: Element) -> None:
    cells = row.findall(W + "tc")
    texts = [_text(cell).strip() for cell in cells]
    if UNKNOWN not in texts:
        return
    for position, text in enumerate(texts):
        if text == UNKNOWN:
            for cell in cells[max(0, position - 1) : position + 1]:
                _empty(cell)
    table = row.getparent()
    if table is not None and not any(_text(cell).strip() for cell in cells):
        table.remove(row)
        holder = table.getparent()
        if holder is not None and table.find(W + "tr") is None:
            holder.remove(table)


def _empty(cell: Element) -> None:
    for text in cell.iter(W + "t"):
        text.text = ""


def _text(element: Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))
