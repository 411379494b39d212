"""The process map."""

import pytest

from smq.i18n import Translator
from smq.model import Process
from smq.render.svg.font import bundled
from smq.render.svg.process_map import process_map
from tests.render.svg.pictures import boxes_of, cards_of, description_of, lines_of, words_of

EN = Translator("en")
LONG = "Assurer la maintenance préventive et corrective des équipements : métrologie, réforme"


def processes(count: int, family: str, title: str = "Gérer") -> list[Process]:
    """Return processes of one family, numbered."""
    return [Process(f"P{number:02}", f"{title} {number}", family) for number in range(count)]


def test_each_word_of_a_platform_is_drawn() -> None:
    """Codes, titles, families and both ends of the map are text of the picture."""
    svg = process_map(
        [
            Process("PIL", "Piloter la plateforme", "management"),
            Process("PRE", "Réaliser les prestations et collaborations", "realisation"),
            Process("EQU", "Gérer les équipements, la métrologie et la jouvence", "support"),
        ],
        EN,
        "Plateforme de spectroscopie",
    )

    words = words_of(svg)
    for expected in (
        "Process map – Plateforme de spectroscopie",
        "Needs of users and interested parties",
        "Satisfaction of users and interested parties",
        "Management processes PIL Piloter la plateforme",
        "Realisation processes PRE Réaliser les prestations et collaborations",
        "Support processes EQU Gérer les équipements, la métrologie et la jouvence",
    ):
        assert expected in words


def test_families_stand_in_their_order_whatever_the_order_of_the_settings() -> None:
    """Management above, realisation between, support below."""
    svg = process_map(
        [
            Process("DOC", "Documents", "support"),
            Process("PRE", "Prestations", "realisation"),
            Process("PIL", "Pilotage", "management"),
        ],
        EN,
    )

    lines = lines_of(svg)
    assert [line for line in lines if line in ("DOC", "PRE", "PIL")] == ["PIL", "PRE", "DOC"]


def test_a_family_without_process_says_so() -> None:
    """Its band stays: an evaluator looks for the three families."""
    lines = lines_of(process_map(processes(2, "realisation"), EN))

    assert lines.count("No process") == 2
    assert "Management processes" in lines


def test_no_process_at_all_is_a_picture_too() -> None:
    """A platform that has only its name gets three empty bands."""
    assert lines_of(process_map([], EN)).count("No process") == 3


def test_owners_are_shown_when_given() -> None:
    """The name stands in the box of its process only."""
    words = words_of(process_map(processes(2, "support"), EN, owners={"P01": "Hugo Marchal"}))

    assert "P01 Gérer 1 Owner: Hugo Marchal" in words
    assert words.count("Owner") == 1


def test_a_reader_who_does_not_see_it_is_told_everything() -> None:
    """Title and description hold the families with their processes."""
    svg = process_map(processes(1, "support"), EN, "SPE")

    title, description = description_of(svg)
    assert title == "Process map – SPE"
    assert "Support processes: P00 Gérer 0." in description
    assert "Management processes: no process." in description


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 12, 20])
@pytest.mark.parametrize("title", ["Gérer", LONG, "x" * 80])
def test_boxes_neither_overlap_nor_leave_their_band(count: int, title: str) -> None:
    """From one to twenty processes a family, each box lies within its band, apart from others."""
    svg = process_map(
        [
            *processes(count, "management", title),
            *processes(1, "realisation"),
            *processes(count, "support", title),
        ],
        EN,
    )

    page, _needs, _satisfaction, *bands_and_boxes = boxes_of(svg)
    bands = [box for box in bands_and_boxes if box[2] - box[0] > 220]
    boxes = [box for box in bands_and_boxes if box not in bands]
    assert (len(bands), len(boxes)) == (3, 2 * count + 1)
    assert all(sum(_within(box, band) for band in bands) == 1 for box in boxes)
    assert all(_within(band, page) for band in bands)
    assert not any(_overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


@pytest.mark.parametrize("title", [LONG, "x" * 80])
def test_words_stay_in_their_box(title: str) -> None:
    """The last line of a title ends above the lower edge of its box."""
    owner = "Anne-Gaëlle de la Rochefoucauld-Montmorency"
    svg = process_map([Process("PIL", title, "management")], EN, owners={"PIL": owner})

    ((box, lines),) = cards_of(svg).values()
    words = "".join(line for _x, _y, line in lines).replace("\u00a0", " ").replace(" ", "")
    assert words == f"PIL{title}Owner:{owner}".replace(" ", "")
    assert all(box[1] + 10 < y < box[3] - 3 for _x, y, _line in lines)
    room = box[2] - box[0]
    assert all(bundled(bold=True).width(line, 12.5) < room for _x, _y, line in lines[:1])
    assert all(bundled().width(line, 14.5) < room for _x, _y, line in lines[1:])


def test_users_words_are_escaped() -> None:
    """A title may hold what XML reads as markup."""
    svg = process_map([Process("R&D", 'Chercher <& "trouver">', "realisation")], EN, "A & B")

    assert 'R&D Chercher <& "trouver">' in words_of(svg)


def test_french_signs_stay_with_their_word() -> None:
    """In French, a colon never starts a line."""
    svg = process_map([Process("PRE", LONG, "realisation")], Translator("fr"))

    assert any("équipements\u00a0:" in line for line in lines_of(svg))


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    return (
        inner[0] >= outer[0]
        and inner[1] >= outer[1]
        and inner[2] <= outer[2]
        and inner[3] <= outer[3]
    )


def _overlap(one: tuple[float, ...], two: tuple[float, ...]) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]
