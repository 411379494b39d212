"""Footnotes: the part that python-docx does not make, and the references to it."""

from collections.abc import Callable
from copy import deepcopy

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart

from smq.i18n import _
from smq.render.docx.markdown import Node
from smq.render.docx.names import Style
from smq.render.docx.oxml import Element, W, field, run, text, w
from smq.render.docx.writer import Writer

Blocks = Callable[[list[Node]], list[Element]]


class NotesPart:
    """The footnotes of one document, whatever the number of its Markdown texts."""

    def __init__(self, writer: Writer) -> None:
        """Nothing is made before the first note."""
        self._writer = writer
        self._part: XmlPart | None = None
        self.inside = False

    def add(self, make: Callable[[], list[Element]]) -> int:
        """Add a note with the blocks that `make` returns, and return its identifier."""
        writer, part = self._writer, self._opened()
        used = [int(note.get(W + "id", "0")) for note in part.element]
        number = max([0, *used]) + 1
        note = w("footnote", id=number)
        part.element.append(note)
        writer.part, self.inside = part, True
        blocks = make() or [writer.paragraph(Style.FOOTNOTE_TEXT)]
        writer.part, self.inside = writer.template.document, False
        if blocks[0].tag != W + "p":
            blocks.insert(0, writer.paragraph(Style.FOOTNOTE_TEXT))
        mark = [run([w("footnoteRef")], *_reference_style(writer)), run(" ")]
        for element in reversed(mark):
            properties = blocks[0].find(W + "pPr")
            blocks[0].insert(0 if properties is None else 1, element)
        note.extend(blocks)
        return number

    def _opened(self) -> XmlPart:
        if self._part is None:
            document = self._writer.template.document
            for key, rel in list(document.rels.items()):
                if rel.reltype == RT.FOOTNOTES:
                    old = rel.target_part
                    self._part = XmlPart.load(
                        old.partname, old.content_type, old.blob, self._writer.template.package
                    )
                    for other in old.rels.values():
                        target = other.target_ref if other.is_external else other.target_part
                        self._part.rels.add_relationship(
                            other.reltype, target, other.rId, other.is_external
                        )
                    document.rels.add_relationship(RT.FOOTNOTES, self._part, key)
        if self._part is None:
            self._part = self._writer.template.add_part(
                "/word/footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, _separators()
            )
        return self._part


class Notes:
    """The notes of one Markdown text."""

    def __init__(self, writer: Writer, part: NotesPart, written: dict[int, list[Node]]) -> None:
        """Take the notes as parsed; `blocks` is set by the writer of blocks."""
        self._writer = writer
        self._part = part
        self._written = written
        self._done: dict[int, tuple[str, int]] = {}
        self.blocks: Blocks = lambda nodes: []

    def reference(self, number: int, label: str) -> list[Element]:
        """Return the reference to a note; the note is written the first time it is cited."""
        if number in self._done:
            bookmark, shown = self._done[number]
            properties = _reference_style(self._writer)
            return field(f"NOTEREF {bookmark} \\f \\h", str(shown), *properties)
        nodes = self._written.get(number, [])
        if self._part.inside:
            return self._nested(nodes, label)
        identifier = self._part.add(lambda: self.blocks(nodes))
        bookmark = f"smq_note_{identifier}"
        self._done[number] = (bookmark, self._writer.next_id("note"))
        mark = run([w("footnoteReference", id=identifier)], *_reference_style(self._writer))
        return self._writer.bookmarked(bookmark, [mark])

    def _nested(self, nodes: list[Node], label: str) -> list[Element]:
        """Return the words of a note cited inside a note, which Word does not allow."""
        self._writer.notice(
            _("The footnote {label} is cited in another footnote; it is set between parentheses."),
            label=label,
        )
        runs = [r for block in self.blocks(nodes) for r in block if r.tag != W + "pPr"]
        return [run([text(" (")]), *(deepcopy(r) for r in runs), run([text(")")])]


def _reference_style(writer: Writer) -> list[Element]:
    identifier = writer.style(Style.FOOTNOTE_REFERENCE)
    if identifier:
        return [w("rStyle", val=identifier)]
    return [w("vertAlign", val="superscript")]


def _separators() -> Element:
    root = w("footnotes")
    for number, kind, mark in (
        (-1, "separator", "separator"),
        (0, "continuationSeparator", "continuationSeparator"),
    ):
        spacing = w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))
        root.append(w("footnote", w("p", spacing, run([w(mark)])), type=kind, id=number))
    return root
