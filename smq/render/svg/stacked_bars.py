"""Columns of counts stacked on each other, one panel below the other over the same columns."""

from collections.abc import Sequence
from dataclasses import dataclass

from smq.i18n import Translator
from smq.render.svg.bar_panel import HEAD, Frame, Panel, columns_below, panel_drawn, panel_head
from smq.render.svg.families import set_in
from smq.render.svg.font import bundled
from smq.render.svg.markup import GREY, document, element, text
from smq.render.svg.wrapping import wrap

_MARGIN = 24.0
_AXIS = 40.0
_TITLE_SIZE, _TITLE_LEADING = 17.0, 23.0
_TEXT_SIZE, _TEXT_LEADING = 11.0, 16.0
_LEAST_WIDTH = 620.0
_COLUMNS_WIDTH = 864.0
_NARROW, _WIDE = 34.0, 76.0
_BETWEEN = 26.0


@dataclass(frozen=True, slots=True)
class Column:
    """What stands below a bar of each panel.

    Attributes:
        label: short name, for example of a month.
        group: what several neighbours share, for example their year; empty for nothing.
        told: the column in a sentence, for whoever does not see it.
    """

    label: str
    group: str
    told: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture of several panels, in words of the user's language.

    Attributes:
        title: above all.
        about: lines below it.
        columns: from left to right.
        panels: from top to bottom.
        notes: sentences below all.
    """

    title: str
    about: tuple[str, ...]
    columns: tuple[Column, ...]
    panels: tuple[Panel, ...]
    notes: tuple[str, ...] = ()


def stacked_bars(chart: Chart, translate: Translator) -> str:
    """Return a chart as SVG.

    Args:
        chart: what to draw.
        translate: of whose language the no-break spaces are.
    """
    count = max(len(chart.columns), 1)
    step = min(_WIDE, max(_NARROW, _COLUMNS_WIDTH / count))
    plot = max(count * step, _LEAST_WIDTH - _AXIS)
    full = 2 * _MARGIN + _AXIS + plot
    parts: list[str] = []
    y = _paragraph(
        parts,
        [chart.title],
        _MARGIN + 16,
        full,
        translate,
        (_TITLE_SIZE, _TITLE_LEADING),
        bold=True,
    )
    y = _paragraph(parts, chart.about, y, full, translate, (_TEXT_SIZE, _TEXT_LEADING))
    for panel in chart.panels:
        drawn, y = _panel(panel, chart.columns, Frame(_MARGIN + _AXIS, y, plot, step), translate)
        parts.append(drawn)
    y = _paragraph(parts, chart.notes, y + 8, full, translate, (_TEXT_SIZE, _TEXT_LEADING))
    said = set_in(translate, " ".join(column.told for column in chart.columns))
    height = y - _TEXT_LEADING + _MARGIN
    title = set_in(translate, chart.title)
    return document(parts, full, height, name="bars", title=title, description=said)


def _paragraph(
    parts: list[str],
    said: Sequence[str],
    baseline: float,
    full: float,
    translate: Translator,
    look: tuple[float, float],
    *,
    bold: bool = False,
) -> float:
    """Add sentences to the parts, each from a new line; return the baseline that follows."""
    size, leading = look
    font = bundled(bold=bold)
    lines = [
        line
        for sentence in said
        for line in wrap(set_in(translate, sentence), full - 2 * _MARGIN, font, size)
    ]
    fill = {} if bold else {"fill": GREY}
    parts.append(text(lines, _MARGIN, baseline, size, leading=leading, bold=bold, **fill))
    return baseline + leading * len(lines)


def _panel(
    panel: Panel, columns: Sequence[Column], frame: Frame, translate: Translator
) -> tuple[str, float]:
    """Return a panel with what stands above and below it, and where the next thing begins."""
    head, top = panel_head(panel, frame, translate)
    inside = Frame(frame.x, top + HEAD, frame.width, frame.step)
    bottom = inside.y + panel.height
    labels = [(column.label, column.group) for column in columns]
    below, used = columns_below(labels, inside, bottom)
    bars = panel_drawn(panel, [column.told for column in columns], inside)
    return element("g", head, *bars, below), bottom + used + _BETWEEN
