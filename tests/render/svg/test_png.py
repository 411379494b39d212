"""SVG → PNG."""

import re
import shutil
from pathlib import Path

import pytest

from smq import resources
from smq.i18n import Translator
from smq.model import Process
from smq.render.svg.markup import document, text
from smq.render.svg.png import png
from smq.render.svg.process_map import process_map
from tests.render.svg.pictures import boxes_of, cards_of, ink, size_of

LABEL = document(
    [text(["Étalonnage, œuvre, ≤ 3 µm"], 10, 30, 16)],
    300,
    50,
    name="label",
    title="Label",
    description="One line of text",
)


def test_words_are_in_the_picture() -> None:
    """A picture of one line of text has ink, and none without the line."""
    silent = re.sub(r"<text.*?</text>", "", LABEL)

    assert ink(png(LABEL, 300)) > 300
    assert ink(png(silent, 300)) == 0


def test_bold_words_are_bold() -> None:
    """The bold face is there: the same words hold more ink."""
    bold = LABEL.replace('font-size="16"', 'font-size="16" font-weight="bold"')

    assert ink(png(bold, 300)) > ink(png(LABEL, 300)) * 1.2


def test_another_font_asked_for_is_replaced_and_not_left_out() -> None:
    """A picture that names a font of another machine keeps its words."""
    foreign = LABEL.replace("'DejaVu Sans', Verdana, sans-serif", "Arial, sans-serif")

    assert ink(png(foreign, 300)) == ink(png(LABEL, 300))


def test_the_words_of_a_map_are_in_its_picture() -> None:
    """In the box of a process there is ink; there is none there without the words."""
    svg = process_map([Process("PIL", "Piloter la plateforme", "management")], Translator("en"))
    silent = re.sub(r"<text.*?</text>", "", svg)

    ((left, top, right, bottom), _lines) = cards_of(svg)["PIL – Piloter la plateforme"]
    inside = (left + 3, top + 3, right - 3, bottom - 3)
    natural = int(boxes_of(svg)[0][2])
    assert ink(png(svg, natural), inside) > 300
    assert ink(png(silent, natural), inside) == 0


def test_the_width_is_the_one_asked_for() -> None:
    """The height follows."""
    assert size_of(png(LABEL, 600)) == (600, 100)


def test_a_missing_font_stops_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation says so: resvg alone would give a picture without a word."""
    shutil.copytree(resources.templates() / "fonts", tmp_path / "fonts")
    (tmp_path / "fonts" / "DejaVuSans.ttf").unlink()
    monkeypatch.setattr(resources, "templates", lambda: tmp_path)

    with pytest.raises(FileNotFoundError, match=r"DejaVuSans\.ttf"):
        png(LABEL, 300)
