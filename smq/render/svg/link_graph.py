"""The link graph as a picture: cards, and curves with an arrowhead at what is cited."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from smq.graph import Graph, Node
from smq.graph import focus as neighbourhood
from smq.i18n import Translator, _
from smq.model import LinkKind, Process
from smq.render.svg.cards import WIDTH, drawn
from smq.render.svg.families import family_of, set_in
from smq.render.svg.font import bundled
from smq.render.svg.link_layout import LANE_HEAD, TOP, Lane, Layout, Place, around, in_lanes
from smq.render.svg.markup import (
    GREY,
    INK,
    document,
    element,
    number,
    polygon,
    rectangle,
    text,
)
from smq.render.svg.wrapping import shortened, wrap

_TITLE_SIZE = 15.0
_HEAD = 6.0


@dataclass(frozen=True, slots=True)
class _Curve:
    """The links of two documents, one way or both.

    Attributes:
        ends: who cites, then who is cited.
        sides: the side of each card that the curve touches: -1 left, 1 right.
        mutual: each cites the other.
    """

    ends: tuple[Place, Place]
    sides: tuple[int, int]
    mutual: bool


def link_graph(
    graph: Graph,
    processes: Sequence[Process],
    translate: Translator,
    platform: str = "",
    focus: str | None = None,
) -> str:
    """Return the link graph as SVG.

    Args:
        graph: what to show; around one document, cut with `smq.graph.focus` first.
        processes: in the order of `smq.yaml`; their families give the colours.
        translate: the language of the picture.
        platform: name shown in the title, empty for none.
        focus: code of the document around which the picture is drawn, None for all documents.

    Raises:
        LookupError: no single node has the code of `focus`.
    """
    centre = graph.node(focus) if focus is not None else None
    if centre:
        # What no link joins to the centre has no place around it.
        graph = neighbourhood(graph, centre.key, depth=len(graph.nodes))
        layout = around(graph, centre, processes, translate)
    else:
        layout = in_lanes(graph, processes, translate)
    title = _title(translate, platform, centre)
    width = max(layout.width, 420.0)
    heading = wrap(title, width - 28, bundled(bold=True), _TITLE_SIZE)
    top = 12 + 20.0 * len(heading)
    move = f"translate({number((width - layout.width) / 2)} {number(top)})"
    parts = [
        text(heading, 14, 26, _TITLE_SIZE, leading=20, bold=True),
        element("g", "\n".join(_content(graph, layout, centre)), transform=move),
    ]
    told = _description(graph, translate)
    height = top + layout.height
    return document(parts, width, height, name="graph", title=title, description=told)


def _title(translate: Translator, platform: str, centre: Node | None) -> str:
    if centre:
        title = translate(_("Links of {code}"), code=centre.label)
    else:
        title = translate(_("Links between documents"))
    return set_in(translate, f"{title} – {platform}" if platform else title)


def _description(graph: Graph, translate: Translator) -> str:
    lines = [
        f"{graph.by_key[source].label} → {graph.by_key[target].label}"
        for source, target in graph.pairs
    ]
    documents = translate.plural(
        _("{count} document"), _("{count} documents"), len(graph.documents)
    )
    return f"{documents}. {', '.join(lines)}".strip()


def _content(graph: Graph, layout: Layout, centre: Node | None) -> Iterable[str]:
    for lane in layout.lanes:
        yield _lane(lane, layout.width)
    for heading, x in layout.headings:
        lines = wrap(heading, WIDTH, bundled(), 11)
        baseline = TOP - 9 - 13 * (len(lines) - 1)
        yield text(lines, x + WIDTH / 2, baseline, 11, anchor="middle", leading=13, fill=GREY)
    curves = tuple(_curves(graph, layout, centre))
    ports = _ports(curves)
    for curve in curves:
        yield _drawn(curve, ports[curve], _strength(curve, layout))
    for place in layout.places.values():
        yield drawn(place.card, place.x, place.y, strong=place.card.node == centre)


def _lane(lane: Lane, width: float) -> str:
    look = family_of(lane.process).look
    title = wrap(lane.process.title, LANE_HEAD - 14, bundled(), 9.5)
    room = max(1, int((lane.height - 24) // 12))
    lines = shortened(title, room, LANE_HEAD - 14, bundled(), 9.5)
    first = lane.y + (lane.height - len(lines) * 12 - 4) / 2 + 4
    return element(
        "g",
        rectangle(7, lane.y, width - 14, lane.height, rx=5, fill=look.tint),
        text([lane.process.code], 15, first + 2, 11, bold=True, fill=look.dark),
        text(lines, 15, first + 16, 9.5, leading=12, fill=INK),
    )


def _curves(graph: Graph, layout: Layout, centre: Node | None) -> Iterable[_Curve]:
    """Yield what is drawn; a mutual link once.

    In lanes, belonging to a process is no curve: the lane says it. Around one document, only what
    leads to it is drawn: the links of its neighbours with each other would hide the answer.
    """
    pairs = {
        pair: kinds
        for pair, kinds in graph.pairs.items()
        if centre is not None or kinds != (LinkKind.PROCESS,)
    }
    last = len(layout.headings) - 1
    for source, target in pairs:
        mutual = (target, source) in pairs
        ends = layout.places[source], layout.places[target]
        apart = ends[1].column - ends[0].column
        if (mutual and target < source) or (centre is not None and abs(apart) != 1):
            continue
        if apart == 0:
            # A loop beside a column: where fewest curves of other columns pass.
            side = 1 if ends[0].column in (0, last) else -1
            yield _Curve(ends, (side, side), mutual)
        else:
            side = 1 if apart > 0 else -1
            yield _Curve(ends, (side, -side), mutual)


def _ports(curves: Sequence[_Curve]) -> Mapping[_Curve, tuple[float, float]]:
    """Return the heights at which each curve touches its two cards.

    The curves of one side of a card are spread over it in the order of their other ends.
    """
    touching: dict[tuple[str, int], list[tuple[float, float, int, _Curve]]] = {}
    for curve in curves:
        for end in (0, 1):
            other = curve.ends[1 - end]
            side = curve.ends[end].card.node.key, curve.sides[end]
            touching.setdefault(side, []).append((other.y, other.x, end, curve))
    heights: dict[_Curve, list[float]] = {curve: [0.0, 0.0] for curve in curves}
    for found in touching.values():
        for index, (_y, _x, end, curve) in enumerate(sorted(found, key=lambda one: one[:3]), 1):
            place = curve.ends[end]
            heights[curve][end] = place.y + place.card.height * index / (len(found) + 1)
    return {curve: (start, end) for curve, (start, end) in heights.items()}


def _strength(curve: _Curve, layout: Layout) -> float:
    """Return the opacity of a curve: between two lanes it stays behind those within one."""
    first, second = (place.card.node.process for place in curve.ends)
    return 0.38 if layout.lanes and first != second else 0.75


def _drawn(curve: _Curve, heights: tuple[float, float], opacity: float) -> str:
    edges = [
        place.x + (WIDTH if side > 0 else 0)
        for place, side in zip(curve.ends, curve.sides, strict=True)
    ]
    pointed = (curve.mutual, True)
    tips = [
        edge + (_HEAD * side if arrow else 0)
        for edge, side, arrow in zip(edges, curve.sides, pointed, strict=True)
    ]
    pull = max(26.0, abs(tips[1] - tips[0]) / 2)
    if curve.sides[0] == curve.sides[1]:
        pull = 22 + min(abs(heights[1] - heights[0]) / 14, 22)
    places = list(zip(tips, heights, strict=True))
    bends = [
        (tip + pull * side, height) for (tip, height), side in zip(places, curve.sides, strict=True)
    ]
    start, bend, other_bend, end = (
        f"{number(x)} {number(y)}" for x, y in (places[0], *bends, places[1])
    )
    dashed = any(place.card.is_dashed for place in curve.ends)
    colour = GREY if dashed else curve.ends[0].card.look.dark
    heads = (
        polygon([(edge, y), (tip, y - 3.2), (tip, y + 3.2)], fill=colour, fill_opacity=opacity)
        for edge, tip, y, arrow in zip(edges, tips, heights, pointed, strict=True)
        if arrow
    )
    line = element(
        "path",
        d=f"M{start}C{bend} {other_bend} {end}",
        fill="none",
        stroke=colour,
        stroke_width=1.1,
        stroke_dasharray="4 3" if dashed else None,
        stroke_opacity=opacity,
    )
    # An opacity of the group would cost a layer as large as the picture for each curve.
    return element("g", line, *heads)
