"""Where each document of the link graph stands; pure.

All documents: one column for each layer of types, one lane for each process.
Around one document: those that cite it on the left, those that it cites on the right.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smq.graph import Graph, Node
from smq.i18n import Translator, _
from smq.model import Process
from smq.render.svg.cards import WIDTH, Card, card
from smq.render.svg.families import in_order

GUTTER = 66.0
LANE_HEAD = 96.0
TOP = 44.0
_GAP = 9.0
_LANE_PAD = 9.0
_SIDE = 14.0
_LAYERS = (
    (_("Policy and manual"), ("POL", "MAN")),
    (_("Process sheets"), ("FIP",)),
    (_("Procedures and instructions"), ("PRO", "MOP")),
    (_("Forms, templates and plans"), ("FOR", "MOD", "PLA", "CHA")),
    (_("Registers, lists and records"), ("REG", "LIS", "LIV", "ENR", "EXT")),
)
_OTHER_TYPES = _("Other documents")


@dataclass(frozen=True, slots=True)
class Place:
    """A card with its column and upper left corner."""

    card: Card
    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Lane:
    """A process with the band of the picture that holds its documents."""

    process: Process
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that has a place.

    Attributes:
        places: key of a node → its place.
        headings: heading of each column with its left edge.
        lanes: empty when documents have no process or stand around one.
        width, height: of the picture below its title.
    """

    places: Mapping[str, Place]
    headings: tuple[tuple[str, float], ...]
    lanes: tuple[Lane, ...]
    width: float
    height: float


def in_lanes(graph: Graph, processes: Sequence[Process], translate: Translator) -> Layout:
    """Return the layout of all documents: layers across, processes down."""
    ordered = in_order(processes)
    known = {process.code: process for process in ordered}
    used = sorted({_layer(node) for node in graph.nodes})
    left = _SIDE + (LANE_HEAD + 16 if ordered else 0)
    places: dict[str, Place] = {}
    lanes: list[Lane] = []
    y = TOP
    for process in (*ordered, None):
        nodes = [n for n in graph.nodes if known.get(n.process or "") == process]
        if not nodes:
            continue
        columns = [[n for n in nodes if _layer(n) == layer] for layer in used]
        cards = [[card(n, known, translate) for n in column] for column in columns]
        height = max(_height(column) for column in cards) + 2 * _LANE_PAD
        places |= _stacked(cards, left, y, height)
        if process is not None:
            lanes.append(Lane(process, y, height))
        y += height + 6
    headings = tuple(
        (translate(_heading(layer)), left + column * (WIDTH + GUTTER))
        for column, layer in enumerate(used)
    )
    width = left + len(used) * (WIDTH + GUTTER) - GUTTER + _SIDE + GUTTER / 2
    return Layout(places, headings, tuple(lanes), width, y + _SIDE - 6)


def around(
    graph: Graph, centre: Node, processes: Sequence[Process], translate: Translator
) -> Layout:
    """Return the layout of what stands around one document; every node is linked to it somehow."""
    known = {process.code: process for process in processes}
    columns = _columns(graph, centre)
    used = sorted(set(columns.values()))
    ranks = {code: rank for rank, code in enumerate(p.code for p in in_order(processes))}

    def rank(node: Node) -> tuple[int, int, str]:
        return ranks.get(node.process or "", len(ranks)), _layer(node), node.label

    nodes = sorted(graph.nodes, key=rank)
    cards = [
        [card(n, known, translate) for n in nodes if columns[n.key] == column] for column in used
    ]
    height = max(_height(column) for column in cards) + 2 * _LANE_PAD
    wide = GUTTER * 1.6
    places = _stacked(cards, _SIDE, TOP, height, wide)
    words = {-1: translate(_("Documents that cite it")), 1: translate(_("Documents that it cites"))}
    headings = tuple(
        (words.get(column, ""), _SIDE + index * (WIDTH + wide)) for index, column in enumerate(used)
    )
    width = 2 * _SIDE + len(used) * (WIDTH + wide) - wide
    return Layout(places, headings, (), width, TOP + height + _SIDE)


def _columns(graph: Graph, centre: Node) -> Mapping[str, int]:
    """Return the column of each node: how far from the centre, below 0 on the side of who cites it.

    What both cites and is cited stands with the cited; what is further off, behind who leads there.
    """
    steps: dict[str, list[tuple[str, int]]] = {node.key: [] for node in graph.nodes}
    for source, target in graph.pairs:
        steps[source].append((target, 1))
    for source, target in graph.pairs:
        steps[target].append((source, -1))
    found = {centre.key: 0}
    wave = [centre.key]
    while wave:
        following: dict[str, int] = {}
        for key in wave:
            for neighbour, direction in steps[key]:
                if neighbour not in found:
                    side = found[key]
                    outwards = side + (direction if side == 0 else side // abs(side))
                    following.setdefault(neighbour, outwards)
        found |= following
        wave = list(following)
    return found


def _stacked(
    columns: Sequence[Sequence[Card]],
    left: float,
    top: float,
    height: float,
    gutter: float = GUTTER,
) -> dict[str, Place]:
    """Return the places of cards stacked in columns, each column in the middle of the height."""
    places: dict[str, Place] = {}
    for column, cards in enumerate(columns):
        x = left + column * (WIDTH + gutter)
        y = top + (height - _height(cards)) / 2
        for one in cards:
            places[one.node.key] = Place(one, column, x, y)
            y += one.height + _GAP
    return places


def _height(cards: Sequence[Card]) -> float:
    return sum(one.height for one in cards) + _GAP * max(len(cards) - 1, 0)


def _layer(node: Node) -> int:
    found = (i for i, (_title, types) in enumerate(_LAYERS) if node.type in types)
    return next(found, len(_LAYERS))


def _heading(layer: int) -> str:
    return _LAYERS[layer][0] if layer < len(_LAYERS) else _OTHER_TYPES
