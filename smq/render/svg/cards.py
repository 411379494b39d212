"""A document in the link graph: its words cut into lines, its size, its look."""

from collections.abc import Mapping
from dataclasses import dataclass

from smq.graph import Node
from smq.i18n import Translator, _
from smq.model import LABELS, Process, Resolution, Status
from smq.render.svg.families import OTHER, Look, family_of, set_in
from smq.render.svg.font import bundled
from smq.render.svg.markup import GREY, INK, element, escaped, rectangle, text
from smq.render.svg.wrapping import shortened, wrap

WIDTH = 158.0
_PAD = 9.0
_INNER = WIDTH - 2 * _PAD
_CODE_SIZE, _TITLE_SIZE, _TAG_SIZE = 10.5, 10.5, 9.0
_CODE_LEADING, _TITLE_LEADING = 13.5, 13.0
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A node ready to be drawn.

    Attributes:
        node: the document, or what is no document.
        code, title: lines of words.
        tag: what is unusual about it (*Withdrawn*, *not found*), or empty.
        look: colours of its process's family.
    """

    node: Node
    code: tuple[str, ...]
    title: tuple[str, ...]
    tag: str
    look: Look

    @property
    def height(self) -> float:
        """Return the height that the words need."""
        tag = _CODE_LEADING if self.tag else 0
        words = len(self.code) * _CODE_LEADING + len(self.title) * _TITLE_LEADING
        return words + tag + 11

    @property
    def is_dashed(self) -> bool:
        """Return whether links should not lead there: withdrawn, or no document."""
        return bool(self.tag)


def card(node: Node, processes: Mapping[str, Process], translate: Translator) -> Card:
    """Return the card of a node; a title of more than three lines ends with an ellipsis."""
    title = wrap(set_in(translate, node.title), _INNER, bundled(), _TITLE_SIZE)
    process = processes.get(node.process or "")
    return Card(
        node=node,
        code=wrap(node.label, _INNER, bundled(bold=True), _CODE_SIZE),
        title=shortened(title, _MOST_LINES, _INNER, bundled(), _TITLE_SIZE),
        tag=_tag(node, translate),
        look=family_of(process).look if process else OTHER,
    )


def drawn(card: Card, x: float, y: float, *, strong: bool = False) -> str:
    """Return a card as SVG; a strong one is what the picture is about."""
    dark = GREY if card.is_dashed else card.look.dark
    title = " – ".join(part for part in (card.node.label, card.node.title, card.tag) if part)
    below_code = y + 4 + len(card.code) * _CODE_LEADING
    below_title = below_code + len(card.title) * _TITLE_LEADING
    return element(
        "g",
        element("title", escaped(title)),
        rectangle(
            x,
            y,
            WIDTH,
            card.height,
            rx=4,
            fill=card.look.tint if strong else "#ffffff",
            stroke=dark,
            stroke_width=2.4 if strong else 1.2,
            stroke_dasharray="5 3.5" if card.is_dashed else None,
        ),
        text(
            card.code,
            x + _PAD,
            y + 15,
            _CODE_SIZE,
            leading=_CODE_LEADING,
            bold=True,
            fill=dark,
        ),
        text(
            card.title,
            x + _PAD,
            below_code + 11,
            _TITLE_SIZE,
            leading=_TITLE_LEADING,
            fill=GREY if card.is_dashed else INK,
        ),
        text([card.tag], x + _PAD, below_title + 11, _TAG_SIZE, fill=GREY) if card.tag else "",
    )


def _tag(node: Node, translate: Translator) -> str:
    if node.resolution is Resolution.UNKNOWN:
        return translate(_("not found"))
    if node.resolution is Resolution.AMBIGUOUS:
        return translate(_("code given several times"))
    return translate(LABELS[Status.WITHDRAWN]) if node.status is Status.WITHDRAWN else ""
