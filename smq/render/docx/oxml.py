"""WordprocessingML elements, written the short way."""

from collections.abc import Iterable
from copy import copy, deepcopy
from functools import cache, lru_cache
from typing import TypedDict

from lxml import etree

Element = etree._Element

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
W = f"{{{NAMESPACES['w']}}}"
R = f"{{{NAMESPACES['r']}}}"
W14 = f"{{{NAMESPACES['w14']}}}"
MC = f"{{{NAMESPACES['mc']}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MAP = {"w": NAMESPACES["w"]}

TWIPS_PER_CM = 567
EMU_PER_CM = 360_000


class Laid(TypedDict, total=False):
    """How a paragraph is laid where its style does not say so."""

    keep_next: bool
    numbering: tuple[int, int] | None
    indent: tuple[int, int] | None
    align: str | None


def w(tag: str, *children: Element | None, **attributes: object) -> Element:
    """Return the element `w:tag` with `w:` attributes; what is None is left out."""
    element = copy(_blank(tag))
    for name, value in attributes.items():
        if value is not None:
            element.set(W + name, str(value))
    for child in children:
        if child is not None:
            element.append(child)
    return element


@cache
def _blank(tag: str) -> Element:
    """Return the element to copy: lxml copies one three times as fast as it makes one."""
    return etree.Element(W + tag, nsmap=_MAP)


def twips(element: Element, attribute: str, default: int) -> int:
    """Return a measure of a template in whole twips; some programs write 425.2, some write 15pt."""
    try:
        return round(float(element.get(W + attribute, default)))
    except ValueError:
        return default


def text(value: str) -> Element:
    """Return a `w:t` that keeps its spaces."""
    element = copy(_blank("t"))
    element.text = value
    element.set(SPACE, "preserve")
    return element


def lines(value: str) -> list[Element]:
    """Return text with its line ends and tabs as `w:t`, `w:br` and `w:tab`."""
    found: list[Element] = []
    for number, line in enumerate(value.split("\n")):
        if number:
            found.append(w("br"))
        for column, piece in enumerate(line.split("\t")):
            if column:
                found.append(w("tab"))
            if piece:
                found.append(text(piece))
    return found


def run(content: str | Iterable[Element], *properties: Element) -> Element:
    """Return a run; `properties` come in the order of the schema."""
    element = w("r", w("rPr", *properties) if properties else None)
    element.extend([text(content)] if isinstance(content, str) else list(content))
    return element


def paragraph(
    style: str | None,
    *content: Element,
    keep_next: bool = False,
    numbering: tuple[int, int] | None = None,
    indent: tuple[int, int] | None = None,
    align: str | None = None,
) -> Element:
    """Return a paragraph.

    Args:
        style: identifier of its style, None for the default.
        content: runs, hyperlinks, controls.
        keep_next: stays on the page of the next paragraph.
        numbering: identifier of the numbering and level.
        indent: left and hanging, in twips, where they differ from the style's.
        align: `left`, `center` or `right`.
    """
    element = copy(_laid(style, keep_next, numbering, indent, align))
    element.extend(content)
    return element


@lru_cache(maxsize=256)
def _laid(
    style: str | None,
    keep_next: bool,
    numbering: tuple[int, int] | None,
    indent: tuple[int, int] | None,
    align: str | None,
) -> Element:
    """Return the empty paragraph to copy: a text has hundreds that differ by their words only."""
    properties = [w("pStyle", val=style)] if style else []
    if keep_next:
        properties.append(w("keepNext"))
    if numbering:
        number, level = numbering
        properties.append(w("numPr", w("ilvl", val=level), w("numId", val=number)))
    if indent:
        left, hanging = indent
        properties.append(w("ind", left=left, hanging=hanging or None))
    if align:
        properties.append(w("jc", val=align))
    return w("p", w("pPr", *properties) if properties else None)


def keep_with_next(elements: Iterable[Element]) -> None:
    """Ask that each paragraph, in tables too, stays on the page of the next."""
    for element in elements:
        for found in element.iter(W + "p"):
            properties = found.find(W + "pPr")
            if properties is None:
                properties = w("pPr")
                found.insert(0, properties)
            if properties.find(W + "keepNext") is None:
                style = properties.find(W + "pStyle")
                properties.insert(0 if style is None else 1, w("keepNext"))


def let_go(paragraph_element: Element) -> None:
    """Let a paragraph stand on another page than the next, whatever its style says."""
    properties = paragraph_element.find(W + "pPr")
    if properties is not None:
        properties.insert(1, w("keepNext", val=0))


def field(instruction: str, shown: str, *properties: Element) -> list[Element]:
    """Return the runs of a field with the value that it shows until Word reckons it again."""

    def part(child: Element) -> Element:
        return run([child], *(deepcopy(p) for p in properties))

    code = w("instrText")
    code.text = f" {instruction} "
    code.set(SPACE, "preserve")
    return [
        part(w("fldChar", fldCharType="begin")),
        part(code),
        part(w("fldChar", fldCharType="separate")),
        part(text(shown)),
        part(w("fldChar", fldCharType="end")),
    ]
