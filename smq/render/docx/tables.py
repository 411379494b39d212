"""Tables: widths measured from what the cells say, an explicit grid, rows that do not split."""

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from smq.render.docx.names import Style
from smq.render.docx.oxml import Element, W, keep_with_next, w
from smq.render.docx.writer import Writer

Cell = list[Element]
"""The blocks of a cell."""

_CHARACTER = 101
"""Mean width of a character at the size of cells, in twips; wide enough for a substituted font."""
_BOLD_CHARACTER = 124
_BROAD = {**dict.fromkeys("mw", 0.6), **dict.fromkeys("æœ", 0.7)}
"""What a broad letter takes more than the mean, in widths of a character."""
_SMALL = 0.9
"""Share of a width that a text set small takes."""
_PADDING = 260
_LONGEST_WORD = 24
_CODE_LENGTH = 14
_LEAST = 600
_TURNS = 12


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is laid.

    Attributes:
        style: name of the table style.
        widths: of the columns, in twips.
        header: the first row is a header, repeated on each page.
        labels: the first column holds labels.
        indent: from the margin, in twips.
        heights: row → least height in twips.
        keep: the table stays on one page.
    """

    style: str
    widths: tuple[int, ...]
    header: bool = False
    labels: bool = False
    indent: int = 0
    heights: tuple[tuple[int, int], ...] = ()
    keep: bool = False


def table(writer: Writer, shape: Shape, rows: Sequence[Sequence[Cell]]) -> Element:
    """Return a table; a row shorter than the grid is filled with empty cells."""
    heights = dict(shape.heights)
    root = w("tbl", properties(writer, shape))
    root.append(w("tblGrid", *(w("gridCol", w=width) for width in shape.widths)))
    for index, row in enumerate(rows):
        height = heights.get(index)
        kept = w(
            "trPr",
            w("cantSplit"),
            w("trHeight", val=height, hRule="atLeast") if height else None,
            w("tblHeader") if shape.header and index == 0 else None,
        )
        element = w("tr", kept)
        for column, width in enumerate(shape.widths):
            blocks = row[column] if column < len(row) else []
            element.append(cell(writer, width, blocks))
        root.append(element)
    if shape.keep:
        keep_together(root)
    elif shape.header:
        _keep_ends(root)
    return root


def _keep_ends(table_element: Element) -> None:
    """Ask that no page begins with the last row alone, nor ends with the header and one row."""
    rows = table_element.findall(W + "tr")
    keep_with_next(row for row in (*rows[:2], *rows[-2:-1]) if row is not rows[-1])


def cell(writer: Writer, width: int, blocks: Cell, *properties: Element) -> Element:
    """Return a cell, which always ends with a paragraph."""
    element = copy(_empty_cell(width))
    element[0].extend(properties)
    element.extend(blocks)
    if element[-1].tag != W + "p":
        element.append(writer.paragraph(Style.CELL))
    return element


@lru_cache(maxsize=256)
def _empty_cell(width: int) -> Element:
    """Return the cell to copy: those of a column differ by what they hold only."""
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")))


def shade(writer: Writer, style: str, part: str) -> Element | None:
    """Return the shading that a table style gives to a part (`firstCol`), for a cell elsewhere."""
    identifier, styles = writer.style(style), writer.template.styles_part
    if identifier and styles is not None:
        for found in styles.element.iter(W + "style"):
            if found.get(W + "styleId") == identifier:
                shades = found.iterfind(f"{W}tblStylePr[@{W}type='{part}']/{W}tcPr/{W}shd")
                return next((copy(element) for element in shades), None)
    return None


def keep_together(table_element: Element) -> None:
    """Ask that the table stays on one page: each row but the last goes with the next."""
    keep_with_next(table_element.findall(W + "tr")[:-1])


def shared(total: int, parts: Sequence[int]) -> tuple[int, ...]:
    """Return `total` shared in proportion of `parts`, to the last twip."""
    whole = sum(parts) or 1
    widths = [total * part // whole for part in parts]
    widths[-1] += total - sum(widths)
    return tuple(widths)


def labelled(total: int, labels: Sequence[str], count: int) -> tuple[int, ...]:
    """Return the widths of a column of bold labels, wide enough for each word, and `count` more."""
    words = (len(word) for label in labels for word in label.split())
    first = max(words, default=0) * _BOLD_CHARACTER + _PADDING
    return (first, *shared(total - first, [1] * count))


def measured(total: int, rows: Sequence[Sequence[str]], *, small: bool = False) -> tuple[int, ...]:
    """Return column widths, `total` in all, from the text of the cells.

    Each column has room for its longest word; what is left is shared so that the table takes the
    least height: a long text that decides the height of its rows draws width from the others.
    """
    scale = _SMALL if small else 1.0
    least = [round(width * scale) for width in _room_for_words(rows)]
    lengths = [
        [len(row[c]) * _CHARACTER * scale if c < len(row) else 0.0 for c in range(len(least))]
        for row in rows
    ]
    wanted = [
        max(need, *(round(row[column]) + _PADDING for row in lengths))
        for column, need in enumerate(least)
    ]
    if sum(wanted) <= total:
        return shared(total, wanted)
    if sum(least) >= total:
        return shared(total, least)
    return shared(total, [round(width) for width in _lowest(total, least, lengths)])


def proportioned(
    total: int, parts: Sequence[int], rows: Sequence[Sequence[str]], *, small: bool = False
) -> tuple[int, ...]:
    """Return column widths in proportion of `parts`, but none that cuts a word in two."""
    least = [round(width * _SMALL) if small else width for width in _room_for_words(rows)]
    if len(least) != len(parts):
        return shared(total, parts)
    if sum(least) >= total:
        return shared(total, least)
    given = [max(pair) for pair in zip(shared(total, parts), least, strict=True)]
    excess, slack = sum(given) - total, sum(g - m for g, m in zip(given, least, strict=True))
    taken = [excess * (g - m) // (slack or 1) for g, m in zip(given, least, strict=True)]
    return shared(total, [g - t for g, t in zip(given, taken, strict=True)])


def _lowest(
    total: int, least: Sequence[int], lengths: Sequence[Sequence[float]]
) -> Sequence[float]:
    """Return the widths, none under `least`, at which the rows are lowest.

    The height of a row is that of its tallest cell (a norm of high degree, so that it has a
    slope), never less than a line; each column is drawn towards the share of the height that it
    accounts for, which is where the sum of the heights is least.
    """
    widths: Sequence[float] = shared(total, least)
    for _turn in range(_TURNS):
        shares = [0.0] * len(least)
        for row in lengths:
            tall = [(n / max(w - _PADDING, 1)) ** 4 for n, w in zip(row, widths, strict=True)]
            height = (1.0 + sum(tall)) ** 0.75
            shares = [s + t / height for s, t in zip(shares, tall, strict=True)]
        drawn = [w**0.75 * max(s, 1e-9) ** 0.25 for w, s in zip(widths, shares, strict=True)]
        widths = _at_least(total, least, drawn)
    return widths


def _at_least(total: int, least: Sequence[int], parts: Sequence[float]) -> Sequence[float]:
    """Return `total` shared in proportion of `parts`, none under its least."""
    held: set[int] = set()
    while True:
        free = sum(part for index, part in enumerate(parts) if index not in held)
        spare = total - sum(least[index] for index in held)
        widths = [
            least[index] if index in held else spare * part / free
            for index, part in enumerate(parts)
        ]
        short = {i for i, width in enumerate(widths) if i not in held and width < least[i]}
        if not short:
            return widths
        held |= short


def _room_for_words(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return for each column the width of its longest word; the first row may be in bold."""
    least = [_LEAST] * max((len(row) for row in rows), default=1)
    for index, row in enumerate(rows):
        letter = _CHARACTER if index else _BOLD_CHARACTER
        for column, said in enumerate(row):
            words = (_width(word[:_LONGEST_WORD], letter) for word in _unbroken(said))
            least[column] = max(least[column], max(words, default=0) + _PADDING)
    return least


def _width(word: str, letter: int) -> int:
    """Return the width of a word; capitals, of which codes are made, are as wide as bold.

    «m» and «w» are broader than the mean: two of them cut «accompagnement» in two.
    """
    plain = sum(_BOLD_CHARACTER if c.isupper() else letter for c in word)
    return plain + round(letter * sum(_BROAD.get(c, 0.0) for c in word))


def _plain_borders() -> Element:
    """Return borders for a template that has no table style left (LibreOffice drops them)."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = (w(side, val="single", sz=4, space=0, color="auto") for side in sides)
    return w("tblBorders", *lines)


def _unbroken(said: str) -> Iterator[str]:
    """Yield the words of a cell; a long one may be cut at - and /, a code may not."""
    for word in said.split():
        yield from [word] if len(word) <= _CODE_LENGTH else word.replace("/", "-").split("-")


def properties(writer: Writer, shape: Shape) -> Element:
    """Return the properties of a table: style, width, place."""
    style = writer.style(shape.style)
    bits = 0x0400 | (0x20 if shape.header else 0) | (0x80 if shape.labels else 0)
    return w(
        "tblPr",
        w("tblStyle", val=style) if style else None,
        w("tblW", w=sum(shape.widths), type="dxa"),
        w("tblInd", w=writer.template.table_indent + shape.indent, type="dxa"),
        None if style else _plain_borders(),
        w("tblLayout", type="fixed"),
        w(
            "tblLook",
            val=f"{bits:04X}",
            firstRow=int(shape.header),
            lastRow=0,
            firstColumn=int(shape.labels),
            lastColumn=0,
            noHBand=0,
            noVBand=1,
        ),
    )
