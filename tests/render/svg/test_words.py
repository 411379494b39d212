"""Widths, lines and numbers in pictures."""

import pytest

from smq.render.svg.font import bundled, files
from smq.render.svg.markup import element, escaped, number
from smq.render.svg.wrapping import balanced, shortened, wrap


def test_widths_are_those_of_the_font() -> None:
    """Advances of DejaVu Sans, in 2048ths of an em: H 1540, i 569, é 1260, œ 2095."""
    assert bundled().width("Hi", 2048) == 1540 + 569
    assert bundled().width("éœ", 2048) == 1260 + 2095


def test_bold_is_wider() -> None:
    """Each face is measured by itself: H is 1714 in bold."""
    assert bundled(bold=True).width("H", 2048) == 1714


def test_a_character_without_a_glyph_counts_one_em() -> None:
    """It is drawn as a box; its width must not be nothing."""
    assert bundled().width("漢", 10) == 10


def test_the_licence_travels_with_the_fonts() -> None:
    """Who receives the fonts receives their terms."""
    for file in files():
        assert "Bitstream" in (file.parent / "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "Gérer les équipements, la métrologie et la jouvence",
        "anticonstitutionnellementissimement",
        "Objet\u00a0: un-mot-composé-très-long/avec/des/barres",
        "a",
        "",
    ],
)
def test_no_line_is_wider_and_no_letter_is_lost(text: str) -> None:
    """Whatever the words, lines fit, and joined they are the text."""
    for cut in (wrap, balanced):
        lines = cut(text, 90, bundled(), 12)
        assert all(bundled().width(line, 12) <= 90 for line in lines)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_no_break_space_is_no_place_to_cut() -> None:
    """A sign stays with the word before it."""
    narrow = bundled().width("Fiche", 12) + 1

    assert wrap("Fiche : PRE", narrow, bundled(), 12) == ("Fiche", ": PRE")
    assert wrap("La Fiche\u00a0: PRE", narrow + 9, bundled(), 12) == ("La", "Fiche\u00a0:", "PRE")


def test_balanced_lines_are_even_and_no_more() -> None:
    """The last line of a centred title is not one lonely word."""
    title = "Gérer les équipements (métrologie)"
    width = bundled().width("Gérer les équipements (mé", 12)

    assert wrap(title, width, bundled(), 12) == ("Gérer les équipements", "(métrologie)")
    assert balanced("un deux trois quatre", 110, bundled(), 12) == ("un deux", "trois quatre")
    assert wrap("un deux trois quatre", 110, bundled(), 12) == ("un deux trois", "quatre")


def test_what_is_cut_off_shows_an_ellipsis() -> None:
    """A shortened title says that it goes on, and fits."""
    lines = shortened(("Manuel", "qualité et", "présentation"), 2, 70, bundled(), 12)

    assert lines == ("Manuel", "qualité et…")
    assert shortened(("Manuel",), 2, 70, bundled(), 12) == ("Manuel",)


def test_numbers_have_two_decimals_at_most() -> None:
    """Neither a long tail nor a negative zero reaches the file."""
    assert [number(n) for n in (1 / 3, 2.0, 10, -0.001, 1.5)] == ["0.33", "2", "10", "0", "1.5"]


def test_what_xml_reads_as_markup_is_escaped() -> None:
    """Users' words stay words, in text and in attributes; control characters go."""
    assert escaped("R&D <test>\u0007") == "R&amp;D &lt;test&gt;"
    assert element("g", id='a"b<') == "<g id='a\"b&lt;'/>"
