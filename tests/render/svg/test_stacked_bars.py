"""Stacked bars."""

import re
from itertools import pairwise

import pytest

from smq.i18n import Translator
from smq.render.svg.bar_panel import Panel, Shade
from smq.render.svg.png import png
from smq.render.svg.stacked_bars import Chart, Column, stacked_bars
from tests.render.svg.pictures import Box, attributes_of, boxes_of, description_of, ink, lines_of

EN = Translator("en")
SERIES = ((Shade.STRONG, "satisfied"), (Shade.LIGHT, "not satisfied"))


def chart(*values: tuple[int, ...] | None, marks: tuple[str, ...] = (), **said: str) -> Chart:
    """Return a chart of one panel with a column for each value."""
    columns = tuple(
        Column(f"M{number}", "2026", f"Told {number}.") for number in range(len(values))
    )
    panel = Panel("Proved", SERIES, values, marks)
    title, note = said.get("title", "Trajectory"), said.get("note", "Nothing in M1.")
    return Chart(title, ("Working referential",), columns, (panel,), (note,))


def bars_of(svg: str, shade: Shade) -> list[Box]:
    """Return the boxes of one look, that of the legend first."""
    boxes = zip(boxes_of(svg), attributes_of(svg, "rect"), strict=True)
    return [box for box, attributes in boxes if attributes["fill"] == shade.value]


def test_all_words_are_text_of_the_picture() -> None:
    """Title, what it is about, panel, legend, names of the columns, what they share, notes."""
    lines = lines_of(stacked_bars(chart((3, 5), (4, 4)), EN))

    for expected in (
        *("Trajectory", "Working referential", "Proved", "satisfied", "not satisfied"),
        *("M0", "M1", "2026", "Nothing in M1."),
    ):
        assert lines.count(expected) == 1


def test_a_bar_is_as_high_as_its_count() -> None:
    """Heights are in proportion, parts stand on each other, numbers are written in them."""
    svg = stacked_bars(chart((10, 30), (20, 20)), EN)

    low, high = (bottom - top for _l, top, _r, bottom in bars_of(svg, Shade.STRONG)[1:])
    assert high == pytest.approx(2 * low)
    strong, light = bars_of(svg, Shade.STRONG)[1], bars_of(svg, Shade.LIGHT)[1]
    assert light[3] == pytest.approx(strong[1])
    assert {"10", "30", "20"} <= set(lines_of(svg))


def test_an_unknown_column_has_a_dash_and_no_bar() -> None:
    """It keeps its place and its name."""
    svg = stacked_bars(chart((1, 0), None, (2, 0)), EN)

    assert len(bars_of(svg, Shade.STRONG)) == 3
    assert lines_of(svg).count("–") == 1
    assert "M1" in lines_of(svg)


def test_a_change_is_marked_before_its_column() -> None:
    """A dashed line between two bars, with its words."""
    svg = stacked_bars(chart((1, 1), (1, 3), marks=("", "4 criteria")), EN)

    (line,) = attributes_of(svg, "path")
    x = float(line["d"].split(" ")[0].removeprefix("M"))
    _legend, before, after = bars_of(svg, Shade.STRONG)
    assert before[2] < x < after[0]
    assert "4 criteria" in lines_of(svg)


def test_marks_close_to_each_other_do_not_overlap() -> None:
    """The second one keeps its line; its words are in the notes."""
    marks = ("", "60 criteria", "62 criteria")
    svg = stacked_bars(chart(*[(1, 1)] * 40, marks=marks), EN)

    assert len(attributes_of(svg, "path")) == 2
    assert [line for line in lines_of(svg) if "criteria" in line] == ["60 criteria"]


@pytest.mark.parametrize("count", [1, 2, 24, 72])
def test_everything_lies_in_the_picture(count: int) -> None:
    """From one column to six years of months, with bars apart from each other."""
    svg = stacked_bars(chart(*[(250, 3)] * count, title="Long " * 60, note="Long " * 80), EN)

    page, *boxes = boxes_of(svg)
    assert all(page[0] <= b[0] and b[2] <= page[2] and b[3] <= page[3] for b in boxes)
    bars = bars_of(svg, Shade.STRONG)[1:]
    assert len(bars) == count
    assert all(a[2] < b[0] for a, b in pairwise(bars))
    ends = [float(one["y"]) for one in attributes_of(svg, "text")]
    assert max(ends) < page[3]


def test_no_count_at_all_is_a_picture_too() -> None:
    """A platform without documents gets an empty scale."""
    assert "0" in lines_of(stacked_bars(chart((0, 0)), EN))


def test_a_reader_who_does_not_see_it_is_told_everything() -> None:
    """Title and description hold each column in a sentence."""
    assert description_of(stacked_bars(chart((1, 1), (2, 0)), EN)) == (
        "Trajectory",
        "Told 0. Told 1.",
    )


def test_the_words_are_in_the_png() -> None:
    """There is less ink without them."""
    svg = stacked_bars(chart((3, 5), (4, 4)), EN)
    silent = re.sub(r"<text.*?</text>", "", svg)

    assert ink(png(svg, 700)) > ink(png(silent, 700)) + 300
