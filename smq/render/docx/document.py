"""Puts a document together: the template filled, its markers replaced, the same bytes each time."""

from collections.abc import Mapping

from smq.i18n import Translator, _
from smq.render.docx import (
    archive,
    associates,
    body_tables,
    fields,
    figures,
    flow,
    forms,
    front,
    intake,
    package,
    setup,
    turtle,
    watermark,
)
from smq.render.docx.blocks import Blocks, as_it_stands, first_heading, shift_of
from smq.render.docx.inline import Inline
from smq.render.docx.links import Links
from smq.render.docx.markdown import Node, Text, parse, slug, visible
from smq.render.docx.names import Marker
from smq.render.docx.notes import Notes, NotesPart
from smq.render.docx.oxml import Element, W
from smq.render.docx.rendered import Rendered
from smq.render.docx.template import open_template
from smq.render.docx.unknown import without_unknown
from smq.render.docx.writer import Writer
from smq.render.page import Block, Grid, Page, Picture, Prose, Signatures, Turtle


def render(page: Page, template: bytes, translate: Translator) -> Rendered:
    """Return the page as a Word file made from a template.

    Args:
        page: what to write, every label in its language.
        template: bytes of a Word file; `templates/docx/make_template.py` says what it holds.
        translate: language of the words that smq adds.

    Raises:
        SmqError: the template is no Word file, is not safe to read, or has an unknown field.
    """
    opened = open_template(template)
    clean = intake.cleaned(page)
    writer = Writer.on(clean, translate, opened)
    if clean is not page:
        writer.notice(_("Control characters are left out of the text."))
    if clean.landscape:
        setup.turn(opened)
    setup.speak(opened, clean.language)
    setup.logo(writer)
    filled = fields.values(clean, translate, writer.set_text)
    fields.fill(opened.document.element, filled)
    for part in (*opened.headers, *opened.footers):
        fields.fill(part.element, fields.shortened(filled))
    if clean.report:
        without_unknown(
            [opened.document.element, *(p.element for p in (*opened.headers, *opened.footers))]
        )
    _replace_markers(writer, _Content(writer).written())
    if clean.watermark:
        watermark.stamp(opened, clean.watermark)
    setup.describe(opened, clean)
    return Rendered(archive.write(package.entries(opened.package)), writer.notices)


class _Content:
    """The text of a page, and the parts around it that the text decides."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._notes = NotesPart(writer)
        self._links = Links(writer)
        page = writer.page
        self._texts = {
            markdown: self._parsed(markdown)
            for markdown in (
                *(b.markdown for b in page.before if isinstance(b, Prose)),
                page.body,
                *(b.markdown for b in page.after if isinstance(b, Prose)),
            )
        }

    def written(self) -> dict[Marker, list[Element]]:
        """Return what stands in the place of each marker."""
        writer, page = self._writer, self._writer.page
        body = [e for block in page.before for e in self._block(block)]
        body += self._markdown(page.body)
        body += forms.form(writer)
        body += [e for block in page.after for e in self._block(block)]
        if body and body[0].tag == W + "tbl":
            # The template may end with a table, and two that touch become one.
            body.insert(0, writer.gap())
        body = flow.tightened(writer, body)
        control = {Marker.APPROVAL: front.approval(writer), Marker.HISTORY: front.history(writer)}
        related = associates.related(writer)
        if page.form:
            # Whoever opens a form wants its fields on the first page.
            for part in control.values():
                flow.attached(writer, related, part)
                related += part
            control = {marker: [] for marker in control}
        flow.attached(writer, body, related)
        return {
            **control,
            Marker.CONTENTS: front.contents(writer),
            Marker.BODY: body,
            Marker.RELATED: related,
        }

    def _parsed(self, markdown: str) -> Text:
        """Return the text with a bookmark on each heading, without a title that repeats ours."""
        text = parse(markdown)
        opening = first_heading(text.nodes)
        if opening is not None and opening.token.tag == "h1" and self._is_title(opening):
            text.nodes.remove(opening)
        for node in (n for top in text.nodes for n in top.walk() if n.type == "heading"):
            title = visible(node.inline)
            node.token.meta["bookmark"] = self._writer.new_bookmark(title)
            self._writer.anchors.setdefault(slug(title), node.token.meta["bookmark"])
        return text

    def _is_title(self, heading: Node) -> bool:
        page = self._writer.page
        written = _bare(visible(heading.inline))
        return written in (_bare(page.title), _bare(page.code + page.title))

    def _markdown(self, markdown: str) -> list[Element]:
        text, writer = self._texts[markdown], self._writer
        if text.too_deep:
            return as_it_stands(writer, markdown)
        if text.excess:
            writer.notice(
                _("A table row has more cells than the table has columns; the last holds them.")
            )
        inline = Inline(writer, self._links, Notes(writer, self._notes, text.notes))
        return Blocks(writer, inline, text, shift_of(text.nodes)).write(text.nodes)

    def _block(self, block: Block) -> list[Element]:
        writer = self._writer
        if isinstance(block, Prose):
            return self._markdown(block.markdown)
        if isinstance(block, Picture):
            return figures.own_picture(writer, block)
        if isinstance(block, Signatures):
            return front.signatures(writer, block.visas)
        inline = Inline(writer, self._links, Notes(writer, self._notes, {}), breaks=True)
        found = []
        if block.title:
            title = writer.set_text(block.title)
            bookmark = writer.new_bookmark(title)
            level = block.level if isinstance(block, Grid) else 1
            found.append(writer.heading(level, writer.plain(block.title), title, bookmark))
        if isinstance(block, Turtle):
            return found + turtle.turtle(writer, inline, block)
        return found + body_tables.grid(writer, inline, block)


def _bare(title: str) -> str:
    return "".join(c for c in title.casefold() if c.isalnum())


def _replace_markers(writer: Writer, written: Mapping[Marker, list[Element]]) -> None:
    body = writer.template.body
    places = {}
    for paragraph in list(body.iter(W + "p")):
        said = "".join(t.text or "" for t in paragraph.iter(W + "t")).strip()
        if said in list(Marker):
            places[Marker(said)] = paragraph
    for marker, elements in written.items():
        place = places.get(marker)
        if place is not None:
            for element in elements:
                place.addprevious(element)
            _remove(place)
        elif elements and marker is Marker.BODY:
            writer.notice(
                _("The Word template has no {marker}; the text is set at its end."), marker=marker
            )
            for element in elements:
                writer.template.section.addprevious(element)
        elif elements:
            writer.notice(
                _("The Word template has no {marker}; that part is left out."), marker=marker
            )


def _remove(place: Element) -> None:
    """Take a marker away; a section break that it carried stays, and a cell keeps a paragraph."""
    parent = place.getparent()
    if parent is None:
        return
    holds_section = place.find(f"{W}pPr/{W}sectPr") is not None
    last_of_cell = parent.tag == W + "tc" and parent[-1] is place
    if holds_section or last_of_cell:
        for child in [child for child in place if child.tag != W + "pPr"]:
            place.remove(child)
    else:
        parent.remove(place)
