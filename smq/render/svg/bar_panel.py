"""One panel of stacked bars: title and legend, scale, bars with their numbers, names below."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from smq.i18n import Translator
from smq.render.svg.families import set_in
from smq.render.svg.font import bundled
from smq.render.svg.markup import GREY, INK, RULE, element, escaped, number, rectangle, text
from smq.render.svg.wrapping import shortened, wrap

HEAD = 26.0
"""Room between the legend of a panel and the top of its scale: what marks a change stands there."""
_LEAST_HEIGHT, _A_COUNT = 70.0, 4.4
_TITLE_SIZE, _LEGEND_SIZE, _TICK_SIZE, _NUMBER_SIZE, _LABEL_SIZE = 13.0, 10.5, 9.5, 9.0, 10.0
_SWATCH = 11.0
_FILLED = 0.74
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 2500, 5000, 10000)
_MOST_TICKS = 5


class Shade(StrEnum):
    """How a part of a bar looks; apart from each other in grey print too."""

    STRONG = "#1e6a3c"
    MIDDLE = "#d29a3a"
    LIGHT = "#dde2e8"
    BLANK = "#ffffff"
    FAINT = "#f6f7f9"
    SECOND = "#1f3d6b"


_DARK = (Shade.STRONG, Shade.SECOND)
_DASHED = (Shade.BLANK, Shade.FAINT)


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars of one sort of count.

    Attributes:
        title: above them.
        series: how each part of a bar looks, and what it is, from the bottom up.
        values: of each column, how many of each part; None where nothing is known.
        marks: of each column, what changed just before it in two words; empty for nothing.
        tallest: height that its scale never goes beyond.
    """

    title: str
    series: tuple[tuple[Shade, str], ...]
    values: tuple[tuple[int, ...] | None, ...]
    marks: tuple[str, ...] = ()
    tallest: float = 240.0

    @property
    def most(self) -> int:
        """Return the height of the tallest bar."""
        return max((sum(value) for value in self.values if value), default=0)

    @property
    def height(self) -> float:
        """Return the height of the scale."""
        return min(self.tallest, max(_LEAST_HEIGHT, self.most * _A_COUNT))


@dataclass(frozen=True, slots=True)
class Frame:
    """Where bars stand.

    Attributes:
        x, y: the upper left corner.
        width: of all columns.
        step: from one column to the next.
    """

    x: float
    y: float
    width: float
    step: float


def panel_head(panel: Panel, frame: Frame, translate: Translator) -> tuple[str, float]:
    """Return the title and the legend of a panel, and where they end."""
    baseline = frame.y + 14
    parts = [text([set_in(translate, panel.title)], frame.x, baseline, _TITLE_SIZE, bold=True)]
    x, y = frame.x, baseline + 20
    for shade, word in panel.series:
        room = _SWATCH + 6 + bundled().width(word, _LEGEND_SIZE)
        if x > frame.x and x + room > frame.x + frame.width:
            x, y = frame.x, y + 17
        parts.append(_block(x, y - 9.5, _SWATCH, _SWATCH, shade))
        parts.append(text([word], x + _SWATCH + 6, y, _LEGEND_SIZE))
        x += room + 20
    return element("g", *parts), y


def panel_drawn(panel: Panel, told: Sequence[str], frame: Frame) -> Iterator[str]:
    """Yield the scale, the bars and the marks.

    Args:
        panel: whose bars.
        told: of each column, what is said to whoever does not see it.
        frame: where.
    """
    most = _top(panel.most)
    unit = panel.height / most
    bottom = frame.y + panel.height
    right = frame.x + len(panel.values) * frame.step
    for tick in range(0, most + 1, _tick(panel.most)):
        y = bottom - tick * unit
        yield element("line", x1=frame.x, y1=y, x2=right, y2=y, stroke=RULE, stroke_width=0.7)
        yield text([str(tick)], frame.x - 7, y + 3.4, _TICK_SIZE, anchor="end", fill=GREY)
    for index, value in enumerate(panel.values):
        middle = frame.x + (index + 0.5) * frame.step
        if value is None:
            yield text(["–"], middle, bottom - 5, _LABEL_SIZE, anchor="middle", fill=GREY)
            continue
        bar = _bar(panel, value, middle, bottom, (frame.step * _FILLED, unit))
        yield element("g", element("title", escaped(told[index])), *bar)
    yield from _marks(panel, frame, bottom)


def columns_below(
    labels: Sequence[tuple[str, str]], frame: Frame, bottom: float
) -> tuple[str, float]:
    """Return the names of the columns, then what neighbours share; and the height they take."""
    parts, most = [], 0
    for index, (label, _group) in enumerate(labels):
        middle = frame.x + (index + 0.5) * frame.step
        lines = wrap(label, frame.step - 3, bundled(), _LABEL_SIZE)
        lines = shortened(lines, 3, frame.step - 3, bundled(), _LABEL_SIZE)
        most = max(most, len(lines))
        parts.append(text(lines, middle, bottom + 15, _LABEL_SIZE, leading=12, anchor="middle"))
    y = bottom + 15 + 12 * most + 4
    index = 0
    for group, neighbours in groupby(labels, lambda pair: pair[1]):
        count = len(list(neighbours))
        if group:
            left, right = (
                frame.x + index * frame.step + 3,
                frame.x + (index + count) * frame.step - 3,
            )
            parts.append(
                element("line", x1=left, y1=y - 8, x2=right, y2=y - 8, stroke=RULE, stroke_width=1)
            )
            lines = wrap(group, right - left, bundled(), _LABEL_SIZE)[:1]
            middle = (left + right) / 2
            parts.append(text(lines, middle, y + 5, _LABEL_SIZE, anchor="middle", fill=GREY))
        index += count
    has_groups = any(group for _label, group in labels)
    return element("g", *parts), y + (8 if has_groups else -12) - bottom


def _bar(
    panel: Panel, value: Sequence[int], middle: float, bottom: float, size: tuple[float, float]
) -> Iterator[str]:
    """Yield the parts of a bar from the bottom up, each with its number where it fits."""
    width, unit = size
    y = bottom
    for (shade, _word), count in zip(panel.series, value, strict=True):
        height = count * unit
        y -= height
        if not count:
            continue
        yield _block(middle - width / 2, y, width, height, shade)
        fits = bundled().width(str(count), _NUMBER_SIZE) <= width - 2
        if height >= _NUMBER_SIZE + 1 and fits:
            fill = "#ffffff" if shade in _DARK else INK
            baseline = y + height / 2 + 3.2
            yield text([str(count)], middle, baseline, _NUMBER_SIZE, anchor="middle", fill=fill)


def _block(x: float, y: float, width: float, height: float, shade: Shade) -> str:
    dashes = "2.5 2" if shade in _DASHED else None
    edge = GREY if shade in _DASHED else "#ffffff"
    if shade is Shade.LIGHT:
        edge = "#aab3bd"
    return rectangle(
        x,
        y,
        width,
        height,
        fill=shade.value,
        stroke=edge,
        stroke_width=0.8,
        stroke_dasharray=dashes,
    )


def _marks(panel: Panel, frame: Frame, bottom: float) -> Iterator[str]:
    """Yield a dashed line before each column where something changed, and its words."""
    free = frame.x
    for index, mark in enumerate(panel.marks):
        if not mark:
            continue
        x = frame.x + index * frame.step
        yield element(
            "path",
            d=f"M{number(x)} {number(frame.y - 12)}V{number(bottom)}",
            stroke=INK,
            stroke_width=1,
            stroke_dasharray="4 3",
            fill="none",
        )
        width = bundled().width(mark, _TICK_SIZE)
        start = min(x + 4, frame.x + frame.width - width)
        # Changes that follow each other closely are told in the notes.
        if start >= free:
            yield text([mark], start, frame.y - 5, _TICK_SIZE)
            free = start + width + 8


def _tick(most: int) -> int:
    return next((step for step in _STEPS if most / step <= _MOST_TICKS), _STEPS[-1])


def _top(most: int) -> int:
    """Return the end of the scale: the first tick that no bar goes beyond."""
    step = _tick(most)
    return max(step, -(-most // step) * step)
