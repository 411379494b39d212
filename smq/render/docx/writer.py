"""What every part needs while it is written: styles, identifiers, notices, anchors."""

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import cycle
from typing import Unpack

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart

from smq.i18n import Translator, _
from smq.render import typography
from smq.render.docx import names, oxml
from smq.render.docx.names import Style
from smq.render.docx.numbering import Numbering
from smq.render.docx.oxml import Element, Laid, W, w
from smq.render.docx.rendered import Notice
from smq.render.docx.template import Template
from smq.render.page import Page
from smq.render.wording import TO_COMPLETE


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document: level 1 to 6, text, and the bookmark that leads to it."""

    level: int
    text: str
    bookmark: str


@dataclass
class Writer:
    """The state of one rendering.

    Attributes:
        page: what is written. translate: the language of our words.
        template: where it is written.
        part: the part that owns the relations of what is being written (text or footnotes).
        outline: headings met so far. anchors: `#slug` → bookmark.
    """

    page: Page
    translate: Translator
    template: Template
    part: XmlPart
    numbering: Numbering
    outline: list[Heading] = field(default_factory=list)
    anchors: dict[str, str] = field(default_factory=dict)
    _notices: dict[Notice, None] = field(default_factory=dict)
    _counters: Counter[str] = field(default_factory=Counter)

    @classmethod
    def on(cls, page: Page, translate: Translator, template: Template) -> "Writer":
        """Return a writer whose identifiers start after those of the template."""
        writer = cls(page, translate, template, template.document, Numbering(template))
        for part in template.texts:
            for element in part.element.iter(W + "bookmarkStart", W + "sdtPr", f"{{{_WP}}}docPr"):
                writer._seen(element)
        return writer

    def style(self, name: str) -> str | None:
        """Return the identifier of a style."""
        return self.template.style(name)

    def paragraph(self, style: str, *content: Element, **properties: Unpack[Laid]) -> Element:
        """Return a paragraph in a named style; `properties` as `oxml.paragraph`."""
        return oxml.paragraph(self.style(style), *content, **properties)

    def label(self, text: str, style: str = Style.CELL, **properties: Unpack[Laid]) -> Element:
        """Return a paragraph of one of our own words or of a field of the page."""
        return self.paragraph(style, *self.plain(text), **properties)

    def plain(self, text: str) -> list[Element]:
        """Return runs of text that is no Markdown, its placeholders highlighted."""
        pieces = _PLACEHOLDER.split(self.set_text(text))
        marked = self.style(Style.TO_COMPLETE) if len(pieces) > 1 else None
        return [
            oxml.run(oxml.lines(piece), *([w("rStyle", val=marked)] if marked and odd else []))
            for odd, piece in zip(cycle((False, True)), pieces, strict=False)
            if piece
        ]

    def gap(self) -> Element:
        """Return the small paragraph that parts a table from what follows."""
        return self.paragraph(Style.GAP)

    def set_text(self, text: str, preceding: str = "", following: str = "") -> str:
        """Return the text with the typography of the page's language."""
        if self.page.language != "fr":
            return text
        return typography.french(text, preceding, following)

    def notice(self, message: str, **values: str) -> None:
        """Record something that could not be set as written."""
        self._notices[Notice(message, tuple(values.items()))] = None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """Return the notices, each once, with the styles that the template lacks."""
        lacking = (
            Notice(
                _("The Word template has no style {style}; another one stands in."),
                (("style", names.shown(s, self.translate.language)),),
            )
            for s in self.template.missing_styles
        )
        return (*self._notices, *lacking)

    def next_id(self, kind: str) -> int:
        """Return the next identifier of a kind: `bookmark`, `sdt`, `docPr`, `figure`…"""
        self._counters[kind] += 1
        return self._counters[kind]

    def heading(self, level: int, runs: list[Element], text: str, bookmark: str) -> Element:
        """Return a heading inside its bookmark, and enter it in the outline."""
        self.outline.append(Heading(level, text, bookmark))
        return self.paragraph(names.HEADINGS[level - 1], *self.bookmarked(bookmark, runs))

    def bookmarked(self, name: str, runs: list[Element]) -> list[Element]:
        """Return runs between the two ends of a bookmark."""
        number = self.next_id("bookmark")
        return [w("bookmarkStart", id=number, name=name), *runs, w("bookmarkEnd", id=number)]

    def new_bookmark(self, title: str) -> str:
        """Return a bookmark name for a title: letters, digits and `_`, 40 at most, unique."""
        letters = "".join(c if c.isalnum() and c.isascii() else "_" for c in title.lower())
        base = f"t_{letters[:30].strip('_')}"
        count = self.next_id(f"name {base}")
        return base if count == 1 else f"{base}__{count}"

    def external(self, target: str, runs: list[Element]) -> Element:
        """Return a link to a file or an address."""
        relation = self.part.rels.get_or_add_ext_rel(RT.HYPERLINK, target)
        link = w("hyperlink", *runs, history=1)
        link.set(oxml.R + "id", relation)
        return link

    def _seen(self, element: Element) -> None:
        kind = {W + "bookmarkStart": "bookmark", W + "sdtPr": "sdt"}.get(element.tag, "docPr")
        if kind == "sdt":
            number = element.find(W + "id")
            value = "0" if number is None else number.get(W + "val", "0")
        else:
            value = element.get(W + "id") or element.get("id") or "0"
            if name := element.get(W + "name"):
                self._counters[f"name {name}"] += 1
        if value.isdigit():
            self._counters[kind] = max(self._counters[kind], int(value))


_PLACEHOLDER = re.compile(f"({TO_COMPLETE})", re.IGNORECASE)
_WP = oxml.NAMESPACES["wp"]
