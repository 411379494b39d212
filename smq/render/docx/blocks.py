"""Block tokens → paragraphs, lists, quotes, code, definitions."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import zip_longest

from smq.i18n import _
from smq.render.docx import body_tables, figures, oxml
from smq.render.docx.inline import Inline, text_of_html
from smq.render.docx.markdown import Node, Text, visible
from smq.render.docx.names import Style
from smq.render.docx.numbering import DEEPEST, STEP
from smq.render.docx.oxml import Element, lines, run
from smq.render.docx.writer import Writer

QUOTE_STEP = 284
"""Indent of a quotation in the default template, in twips."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands.

    Attributes:
        style: of its plain paragraphs.
        left: indent it should have; own: indent that the style gives by itself.
        level: depth in lists, -1 outside.
        outside: indent of what the lists are in (quotation, definition).
        quoted: inside a quotation.
    """

    style: str = Style.NORMAL
    left: int = 0
    own: int = 0
    level: int = -1
    outside: int = 0
    quoted: bool = False

    @property
    def indent(self) -> tuple[int, int] | None:
        """Return the indent to write, None where the style's is right."""
        return (self.left, 0) if self.left != self.own else None


_ANNOUNCED = ("bullet_list", "ordered_list", "table", "fence", "dl")
BODY = Place()
NOTE = Place(Style.FOOTNOTE_TEXT)


class Blocks:
    """Writes the blocks of one Markdown text."""

    def __init__(self, writer: Writer, inline: Inline, text: Text, shift: int) -> None:
        """Take a parsed text; `shift` is how many levels its headings go up."""
        self.writer = writer
        self.inline = inline
        self._text = text
        self._shift = shift
        inline.notes.blocks = lambda nodes: self.write(nodes, NOTE)
        self._kinds: dict[str, Callable[[Node, Place], list[Element]]] = {
            "heading": self._heading,
            "paragraph": self._paragraph,
            "bullet_list": self._list,
            "ordered_list": self._list,
            "blockquote": self._quote,
            "fence": self._code,
            "code_block": self._code,
            "html_block": self._html,
            "hr": self._rule,
            "table": self._table,
            "dl": self._definitions,
            "footnote_reference": self._uncited_note,
        }

    def write(self, nodes: list[Node], place: Place = BODY) -> list[Element]:
        """Return the elements of these blocks."""
        found: list[Element] = []
        for node, following in zip_longest(nodes, nodes[1:]):
            written = self._kinds.get(node.type, self._unknown)(node, place)
            if following is not None and following.type in _ANNOUNCED and _announces(node):
                oxml.keep_with_next(written)
            found.extend(written)
        return found

    def _heading(self, node: Node, _place: Place) -> list[Element]:
        level = max(1, int(node.token.tag[1:]) - self._shift)
        runs = self.inline.runs(node.inline)
        title = self.writer.set_text(visible(node.inline))
        bookmark = node.token.meta.get("bookmark") or self.writer.new_bookmark(title)
        return [self.writer.heading(level, runs, title, bookmark)]

    def _paragraph(self, node: Node, place: Place) -> list[Element]:
        tokens = node.inline
        if figures.is_figure(tokens):
            return figures.figure(self.writer, self.inline.runs(tokens), tokens)
        runs = self.inline.runs(tokens)
        if not runs and not node.token.hidden:
            return []
        return [self.writer.paragraph(place.style, *runs, indent=place.indent)]

    def _list(self, node: Node, place: Place) -> list[Element]:
        ordered, level = node.type == "ordered_list", min(place.level + 1, DEEPEST)
        numbering = self.writer.numbering
        start = int(node.token.attrs.get("start", 1))
        number = numbering.ordered(level, start) if ordered else numbering.bullets()
        found: list[Element] = []
        for item in node.children:
            found.extend(self._item(item, place, ordered, (number, level)))
        return found

    def _item(
        self, item: Node, place: Place, ordered: bool, numbering: tuple[int, int]
    ) -> list[Element]:
        """Return an item: its first paragraph has the number, the others stand under its text."""
        level = numbering[1]
        left, hanging = self.writer.numbering.indent(ordered, level)
        left += place.outside
        first = item.children[0] if item.children else None
        has_text = (
            first is not None and first.type == "paragraph" and not figures.is_figure(first.inline)
        )
        tokens = first.inline if first is not None and has_text else []
        task = "task-list-item" in str(item.token.attrs.get("class", ""))
        if task and len(tokens) > 1:
            tokens[1].content = tokens[1].content.lstrip(" ")
        style = Style.LIST_NUMBER if ordered else Style.LIST_BULLET
        if task and not ordered:
            indent = (place.outside + STEP * (level + 1), STEP)
            runs = self.inline.runs(tokens)
            found = [self.writer.paragraph(Style.TASK, *runs, indent=indent)]
        else:
            found = [
                self.writer.paragraph(
                    place.style if place.quoted else style,
                    *self.inline.runs(tokens),
                    numbering=numbering,
                    indent=(left, hanging) if place.outside else None,
                )
            ]
        inner = replace(place, left=left, level=level)
        if not place.quoted:
            inner = replace(inner, style=Style.LIST_CONTINUE, own=STEP)
        return found + self.write(item.children[1:] if has_text else item.children, inner)

    def _quote(self, node: Node, place: Place) -> list[Element]:
        left = place.left + QUOTE_STEP
        inner = Place(Style.QUOTE, left, QUOTE_STEP, outside=left, quoted=True)
        return self.write(node.children, inner)

    def _code(self, node: Node, place: Place) -> list[Element]:
        return self._as_code(node.token.content, place)

    def _as_code(self, source: str, place: Place) -> list[Element]:
        content = run(lines(source.removesuffix("\n")))
        indent = (place.left, 0) if place.left else None
        return [self.writer.paragraph(Style.CODE, content, indent=indent)]

    def _html(self, node: Node, place: Place) -> list[Element]:
        return [
            self.writer.paragraph(place.style, *self.writer.plain(line), indent=place.indent)
            for line in text_of_html(node.token.content)
        ]

    def _rule(self, _node: Node, _place: Place) -> list[Element]:
        return [self.writer.paragraph(Style.RULE)]

    def _table(self, node: Node, place: Place) -> list[Element]:
        return body_tables.body_table(self.writer, self.inline, node, place.left)

    def _definitions(self, node: Node, place: Place) -> list[Element]:
        found: list[Element] = []
        for child in node.children:
            if child.type == "dt":
                indent = (place.left, 0) if place.left else None
                runs = self.inline.runs(child.inline)
                found.append(
                    self.writer.paragraph(Style.TERM, *runs, indent=indent, keep_next=True)
                )
            else:
                left = place.left + STEP
                inner = Place(Style.DEFINITION, left, STEP, outside=left)
                found.extend(self.write(child.children, inner))
        return found

    def _uncited_note(self, node: Node, place: Place) -> list[Element]:
        label = str(node.token.meta.get("label", ""))
        self.writer.notice(
            _("The footnote {label} is cited nowhere; it stands where it was written."), label=label
        )
        return self.write(node.children, place)

    def _unknown(self, node: Node, place: Place) -> list[Element]:
        self.writer.notice(
            _("«{kind}» is not a kind of text that smq sets; it is written as it stands."),
            kind=node.type,
        )
        found = []
        if node.token.content and not node.token.children:
            found = [self.writer.paragraph(place.style, *self.writer.plain(node.token.content))]
        elif node.type == "inline":
            runs = self.inline.runs(node.token.children or [])
            found = [self.writer.paragraph(place.style, *runs)]
        return found + self.write(node.children, place)


def as_it_stands(writer: Writer, markdown: str) -> list[Element]:
    """Return a text that cannot be followed, line by line, in the style of code."""
    writer.notice(_("The text is nested too deeply to be set; it is written as it stands."))
    return [writer.paragraph(Style.CODE, run(lines(markdown.strip("\n"))))]


def _announces(node: Node) -> bool:
    """Return whether a paragraph ends with a colon: it stays with what it announces."""
    return node.type == "paragraph" and visible(node.inline).rstrip().endswith(":")


def first_heading(nodes: list[Node]) -> Node | None:
    """Return the heading that opens a text, after comments at most."""
    for node in nodes:
        if node.type == "html_block" and not text_of_html(node.token.content):
            continue
        return node if node.type == "heading" else None
    return None


def shift_of(nodes: list[Node]) -> int:
    """Return how many levels the headings go up so that the highest is a Heading 1."""
    levels = [int(n.token.tag[1:]) for top in nodes for n in top.walk() if n.type == "heading"]
    return min(levels, default=1) - 1
