"""The link graph as a picture."""

import pytest

from smq.graph import Edge, Graph, Node
from smq.i18n import Translator
from smq.model import LinkKind, Process, Resolution, Status
from smq.render.svg.link_graph import link_graph
from tests.render.svg.pictures import (
    attributes_of,
    boxes_of,
    cards_of,
    description_of,
    lines_of,
    words_of,
)

EN = Translator("en")
PROCESSES = (
    Process("EQU", "Gérer les équipements", "support"),
    Process("PRE", "Réaliser les prestations", "realisation"),
)


def document(code: str, title: str = "", status: Status = Status.IN_FORCE) -> Node:
    """Return the node of a document whose code says type and process."""
    process, type_, _number = code.split("-")
    return Node(code, code, code, type_, process, status, title, f"documents/{code}.md")


def graph(*nodes: Node, cites: str = "", kind: LinkKind = LinkKind.MENTION) -> Graph:
    """Return a graph; `cites` holds pairs of codes, `A>B`."""
    pairs = sorted(tuple(pair.split(">")) for pair in cites.split())
    edges = (Edge(source, target, kind, 1, resolved=True) for source, target in pairs)
    return Graph(tuple(sorted(nodes, key=lambda node: node.label)), tuple(edges))


def test_each_word_of_each_document_is_drawn() -> None:
    """Codes, titles, processes and the title of the picture are text of it."""
    svg = link_graph(
        graph(document("PRE-PRO-001", "Traiter une prestation, de la demande à la facture")),
        PROCESSES,
        EN,
        "Plateforme R&D",
    )

    words = words_of(svg)
    assert "Links between documents – Plateforme R&D" in words
    assert "PRE-PRO-001 Traiter une prestation, de la demande à la facture" in words
    assert "PRE Réaliser les prestations" in words
    assert "Procedures and instructions" in words


def test_a_long_title_is_whole_in_its_tooltip() -> None:
    """Three lines are drawn, with an ellipsis; nothing is lost for who points at it."""
    title = "Organiser la maintenance préventive, corrective et la métrologie " * 2

    svg = link_graph(graph(document("PRE-PRO-001", title.strip())), PROCESSES, EN)

    ((tooltip, (_box, lines)),) = cards_of(svg).items()
    assert tooltip == f"PRE-PRO-001 – {title.strip()}"
    assert len(lines) == 4
    assert lines[-1][2].endswith("…")


def test_layers_go_from_left_to_right_and_processes_from_top_to_bottom() -> None:
    """A procedure stands left of its form; realisation above support."""
    cards = cards_of(
        link_graph(
            graph(document("PRE-FOR-001"), document("PRE-PRO-001"), document("EQU-PRO-001")),
            PROCESSES,
            EN,
        )
    )

    form, procedure, other = (
        cards[code][0] for code in ("PRE-FOR-001", "PRE-PRO-001", "EQU-PRO-001")
    )
    assert procedure[2] < form[0]
    assert procedure[0] == other[0]
    assert procedure[3] < other[1]


def test_what_no_link_should_reach_is_dashed_and_named() -> None:
    """Withdrawn, unknown and ambiguous targets are told apart in words."""
    unknown = Node(
        "PRE-REG-009", "PRE-REG-009", "PRE-REG-009", "REG", "PRE", None, "", "", Resolution.UNKNOWN
    )
    twice = Node(
        "PRE-REG-008",
        "PRE-REG-008",
        "PRE-REG-008",
        "REG",
        "PRE",
        None,
        "",
        "",
        Resolution.AMBIGUOUS,
    )
    svg = link_graph(
        graph(
            document("PRE-PRO-001"),
            document("PRE-FOR-001", status=Status.WITHDRAWN),
            unknown,
            twice,
            cites="PRE-PRO-001>PRE-FOR-001 PRE-PRO-001>PRE-REG-009",
        ),
        PROCESSES,
        EN,
    )

    assert {"Withdrawn", "not found", "code given several times"} <= set(lines_of(svg))
    dashed = [box for box in attributes_of(svg, "rect") if "stroke-dasharray" in box]
    assert len(dashed) == 3
    assert all("stroke-dasharray" in curve for curve in attributes_of(svg, "path"))


def test_a_mutual_link_is_one_curve_with_two_heads() -> None:
    """Two documents that cite each other are joined once, pointed at both ends."""
    nodes = document("PRE-PRO-001"), document("PRE-FOR-001")

    one = link_graph(graph(*nodes, cites="PRE-PRO-001>PRE-FOR-001"), PROCESSES, EN)
    both = link_graph(
        graph(*nodes, cites="PRE-PRO-001>PRE-FOR-001 PRE-FOR-001>PRE-PRO-001"), PROCESSES, EN
    )

    assert len(attributes_of(one, "path")) == len(attributes_of(both, "path")) == 1
    assert len(attributes_of(one, "polygon")) == 1
    assert len(attributes_of(both, "polygon")) == 2


def test_the_head_points_at_what_is_cited() -> None:
    """The tip touches the left edge of a document further right."""
    svg = link_graph(
        graph(document("PRE-PRO-001"), document("PRE-FOR-001"), cites="PRE-PRO-001>PRE-FOR-001"),
        PROCESSES,
        EN,
    )

    (head,) = attributes_of(svg, "polygon")
    tip_x, tip_y = (float(number) for number in head["points"].split()[0].split(","))
    left, top, _right, bottom = cards_of(svg)["PRE-FOR-001"][0]
    assert tip_x == left
    assert top < tip_y < bottom


def test_the_lane_says_the_process() -> None:
    """Belonging to a process is drawn as a curve around one document only."""
    linked = graph(
        document("PRE-PRO-001"),
        document("PRE-FIP-001"),
        cites="PRE-PRO-001>PRE-FIP-001",
        kind=LinkKind.PROCESS,
    )

    assert attributes_of(link_graph(linked, PROCESSES, EN), "path") == []
    around = link_graph(linked, PROCESSES, EN, focus="PRE-PRO-001")
    assert len(attributes_of(around, "path")) == 1


def test_around_a_document_who_cites_it_is_left_and_the_cited_right() -> None:
    """Columns say the direction; a neighbour's links with other neighbours are left out."""
    svg = link_graph(
        graph(
            document("PRE-PRO-001"),
            document("PRE-FOR-001"),
            document("EQU-PRO-001"),
            document("EQU-FOR-001"),
            cites="EQU-PRO-001>PRE-PRO-001 PRE-PRO-001>PRE-FOR-001 EQU-PRO-001>PRE-FOR-001",
        ),
        PROCESSES,
        EN,
        focus="PRE-PRO-001",
    )

    cards = cards_of(svg)
    assert "Links of PRE-PRO-001" in lines_of(svg)
    assert cards["EQU-PRO-001"][0][2] < cards["PRE-PRO-001"][0][0]
    assert cards["PRE-PRO-001"][0][2] < cards["PRE-FOR-001"][0][0]
    assert "EQU-FOR-001" not in cards
    assert len(attributes_of(svg, "path")) == 2


def test_further_steps_go_on_to_the_same_side() -> None:
    """Two links away on the left: who cites who cites it."""
    cards = cards_of(
        link_graph(
            graph(
                document("PRE-FOR-001"),
                document("PRE-PRO-001"),
                document("EQU-PRO-001"),
                cites="EQU-PRO-001>PRE-PRO-001 PRE-PRO-001>PRE-FOR-001",
            ),
            PROCESSES,
            EN,
            focus="PRE-FOR-001",
        )
    )

    lefts = [cards[code][0][0] for code in ("EQU-PRO-001", "PRE-PRO-001", "PRE-FOR-001")]
    assert lefts == sorted(set(lefts))


def test_sixty_documents_stand_apart() -> None:
    """No two cards overlap, none leaves the picture, no word leaves its card."""
    nodes = [
        document(f"{process}-{kind}-{number:03}", "Un titre assez long pour deux lignes")
        for process in ("PRE", "EQU", "ZZZ")
        for kind in ("FIP", "PRO", "FOR", "REG", "XYZ")
        for number in range(4)
    ]
    svg = link_graph(graph(*nodes, cites="PRE-FIP-001>EQU-XYZ-003"), PROCESSES, EN)

    cards = list(cards_of(svg).values())
    page = boxes_of(svg)[0]
    assert len(cards) == 60
    for index, (box, lines) in enumerate(cards):
        assert 0 <= box[0] < box[2] <= page[2]
        assert box[3] <= page[3]
        assert all(box[1] < y < box[3] for _x, y, _words in lines)
        for other, _lines in cards[index + 1 :]:
            assert (
                box[2] <= other[0] or other[2] <= box[0] or box[3] <= other[1] or other[3] <= box[1]
            )


def test_no_document_is_a_picture_too() -> None:
    """A new platform gets a title and nothing else."""
    assert lines_of(link_graph(graph(), PROCESSES, EN)) == ["Links between documents"]


def test_a_reader_who_does_not_see_it_is_told_the_links() -> None:
    """The description counts the documents and lists who cites whom."""
    svg = link_graph(
        graph(document("PRE-PRO-001"), document("PRE-FOR-001"), cites="PRE-PRO-001>PRE-FOR-001"),
        PROCESSES,
        EN,
    )

    assert description_of(svg) == (
        "Links between documents",
        "2 documents. PRE-PRO-001 → PRE-FOR-001",
    )


def test_a_code_that_is_not_in_the_graph_is_refused() -> None:
    """No picture is drawn around nothing."""
    with pytest.raises(LookupError, match="PRE-PRO-009"):
        link_graph(graph(document("PRE-PRO-001")), PROCESSES, EN, focus="PRE-PRO-009")


def test_a_curve_is_pale_by_its_own_strokes() -> None:
    """No group is drawn apart: as a PNG, each would cost a layer as large as the picture."""
    svg = link_graph(
        graph(document("PRE-PRO-001"), document("PRE-FOR-001"), cites="PRE-PRO-001>PRE-FOR-001"),
        PROCESSES,
        EN,
        "P",
    )

    assert 'stroke-opacity="0.75"' in svg
    assert 'fill-opacity="0.75"' in svg
    assert " opacity=" not in svg
