"""How parts of a page follow each other: no needless gap, nothing short alone on the last page."""

from collections.abc import Sequence
from itertools import zip_longest

from smq.render.docx.names import Style
from smq.render.docx.oxml import Element, W, keep_with_next
from smq.render.docx.writer import Writer


def tightened(writer: Writer, elements: Sequence[Element]) -> list[Element]:
    """Return the elements without the gaps that stand before a heading, which has its own room."""
    return [
        element
        for element, following in zip_longest(elements, elements[1:])
        if not (_is_gap(writer, element) and following is not None and _is_heading(following))
    ]


def attached(writer: Writer, elements: list[Element], following: Sequence[Element]) -> None:
    """Ask that the end of `elements` goes to the page where `following` begins.

    A short part left alone on a last page looks forgotten, and costs a sheet.
    """
    if not following:
        return
    for element in reversed(elements):
        rows = element.findall(W + "tr") if element.tag == W + "tbl" else []
        keep_with_next(rows[-1:] or [element])
        if not _is_gap(writer, element):
            return


def _is_gap(writer: Writer, element: Element) -> bool:
    style = element.find(f"{W}pPr/{W}pStyle")
    is_empty = element.tag == W + "p" and element.find(W + "r") is None
    return is_empty and style is not None and style.get(W + "val") == writer.style(Style.GAP)


def _is_heading(element: Element) -> bool:
    """Return whether a paragraph is a heading: each is the place that a bookmark leads to."""
    return element.tag == W + "p" and element.find(W + "bookmarkStart") is not None
