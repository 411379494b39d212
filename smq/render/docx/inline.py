"""Inline tokens → runs, links, pictures, note references."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from markdown_it.token import Token

from smq.i18n import _
from smq.render.docx import controls, oxml, pictures
from smq.render.docx.links import Links
from smq.render.docx.markdown import visible
from smq.render.docx.names import Style
from smq.render.docx.notes import Notes
from smq.render.docx.oxml import Element, run, w
from smq.render.docx.writer import Writer
from smq.render.page import Target

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)")
_TAGS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "under", "s": "struck"}
_RAISED = {"sup": "superscript", "sub": "subscript"}
_MARKS = {"strong": "bold", "em": "italic", "s": "struck"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks; every attribute but `raised` counts how many times it is asked for."""

    bold: int = 0
    italic: int = 0
    struck: int = 0
    under: int = 0
    raised: str = ""
    link: bool = False
    style: str = ""


@dataclass
class Inline:
    """Writes the inline tokens of one Markdown text."""

    writer: Writer
    links: Links
    notes: Notes
    breaks: bool = False
    """A line end of the source is a line end of the document (cells of structured tables)."""
    _out: list[list[Element]] = field(default_factory=lambda: [[]])
    _look: Look = field(default_factory=Look)
    _targets: list[Callable[[list[Element]], list[Element]] | None] = field(default_factory=list)

    def runs(self, tokens: list[Token]) -> list[Element]:
        """Return what stands in a paragraph for these tokens."""
        # A note is written while its reference is: each line has a state of its own.
        return Inline(self.writer, self.links, self.notes, self.breaks)._line(tokens)

    def _line(self, tokens: list[Token]) -> list[Element]:
        shown = [visible([token]) for token in tokens]
        for index, token in enumerate(tokens):
            before = next((s for s in reversed(shown[:index]) if s), "") if index else ""
            after = next((s for s in shown[index + 1 :] if s), "")
            self._write(token, before, after)
        while len(self._out) > 1:
            self._close_link()
        return self._out[0]

    def _write(self, token: Token, before: str, after: str) -> None:
        kind, _sep, end = token.type.rpartition("_")
        if end in ("open", "close") and kind in _MARKS:
            name, step = _MARKS[kind], 1 if end == "open" else -1
            self._look = replace(self._look, **{name: getattr(self._look, name) + step})
        elif token.type == "text":
            self._text(token.content, before, after)
        elif token.type == "softbreak":
            self._soft_break(before, after)
        elif token.type == "hardbreak":
            self._add(run([w("br")]))
        else:
            self._special(token)

    def _special(self, token: Token) -> None:
        if token.type == "code_inline":
            self._add(self._run(token.content, style=Style.INLINE_CODE))
        elif token.type == "link_open":
            self._open_link(str(token.attrs.get("href", "")))
        elif token.type == "link_close":
            self._close_link()
        elif token.type == "image":
            self._picture(token)
        elif token.type == "wiki_link":
            self._wiki(token)
        elif token.type == "html_inline":
            self._html(token.content)
        elif token.type == "footnote_ref":
            self._add(*self.notes.reference(token.meta["id"], token.meta.get("label", "")))
        else:
            self.writer.notice(
                _("«{kind}» is not a kind of text that smq sets; it is written as it stands."),
                kind=token.type,
            )
            self._add(self._run(token.content))

    def _add(self, *elements: Element) -> None:
        self._out[-1].extend(elements)

    def _soft_break(self, before: str, after: str) -> None:
        if self.breaks:
            self._add(run([w("br")]))
        else:
            # Set with what stands on both sides, so that « mot\n! » is never cut.
            around = f"{before[-1:]} {after[:1]}"
            self._add(self._run(self.writer.set_text(around)[len(before[-1:]) :][:1] or " "))

    def _text(self, text: str, before: str, after: str) -> None:
        text = self.writer.set_text(text, before, after)
        if self._look.link:
            self._add(self._run(text))
            return
        for piece, kind in self.links.pieces(text):
            if kind == "code":
                self._linked(self.links.page[piece], piece)
            elif kind == "address":
                self._add(self.writer.external(piece, [self._run(piece, link=True)]))
            elif kind == "to_complete":
                self._add(self._run(piece, style=Style.TO_COMPLETE))
            else:
                self._add(self._run(piece))

    def _linked(self, target: Target, label: str) -> None:
        if target.href and not self._look.link:
            runs = [self._run(label, link=True)]
            self._add(self.writer.external(target.href, runs))
        else:
            self._add(self._run(label))

    def _wiki(self, token: Token) -> None:
        target = self.links.of_wiki(token.meta["target"])
        label = token.meta["label"]
        if target is None:
            self._add(self._run(self.writer.set_text(label or token.meta["target"])))
            return
        named = " – ".join(part for part in (target.code, target.title) if part)
        self._linked(target, self.writer.set_text(label or named))

    def _open_link(self, href: str) -> None:
        wrap = self.links.wrapper(href)
        self._targets.append(wrap)
        self._look = replace(self._look, link=True, style=Style.HYPERLINK if wrap else "")
        self._out.append([])

    def _close_link(self) -> None:
        content, wrap = self._out.pop(), self._targets.pop()
        self._look = replace(self._look, link=False, style="")
        self._add(*(wrap(content) if wrap and content else content))

    def _picture(self, token: Token) -> None:
        path = str(token.attrs.get("src", ""))
        data = self.writer.page.pictures.get(path) or self.writer.page.pictures.get(unquote(path))
        drawing = None
        if data is None:
            self.writer.notice(_("The picture {path} is not found; its words stand in."), path=path)
        else:
            drawing = pictures.drawing(self.writer, data, token.content, name=path)
            if drawing is None:
                self.writer.notice(
                    _("Word does not show pictures like {path}; its words stand in."),
                    path=path,
                )
        words = " – ".join(x for x in (token.content, str(token.attrs.get("title", ""))) if x)
        self._add(run([drawing]) if drawing is not None else self._run(words))

    def _html(self, source: str) -> None:
        if controls.is_task(source):
            checked = "checked=" in source
            title = self.writer.translate(_("Task"))
            self._add(controls.check_box(self.writer, title, checked), run([w("tab")]))
            return
        match = _TAG.match(source)
        if not match:
            return
        closing, tag = bool(match[1]), match[2].lower()
        if tag == "br":
            self._add(run([w("br")]))
        elif tag in _RAISED:
            self._look = replace(self._look, raised="" if closing else _RAISED[tag])
        elif tag in _TAGS:
            name = _TAGS[tag]
            count = max(0, getattr(self._look, name) + (-1 if closing else 1))
            self._look = replace(self._look, **{name: count})

    def _run(self, text: str, style: str = "", link: bool = False) -> Element:
        return run(oxml.lines(text), *self._properties(style, link))

    def _properties(self, style: str, link: bool) -> list[Element]:
        """Return the properties of a run: one character style, and what it does not say."""
        look = self._look
        chosen = style or (Style.HYPERLINK if link else look.style)
        bold, italic = look.bold > 0, look.italic > 0
        if not chosen and bold and self.writer.style(Style.STRONG):
            chosen, bold = Style.STRONG, False
        elif not chosen and italic and self.writer.style(Style.EMPHASIS):
            chosen, italic = Style.EMPHASIS, False
        identifier = self.writer.style(chosen) if chosen else None
        wanted: tuple[tuple[str, str | None, object], ...] = (
            ("rStyle", identifier, identifier),
            ("b", None, bold),
            ("i", None, italic),
            ("strike", None, look.struck > 0),
            ("u", "single", look.under > 0),
            ("vertAlign", look.raised, look.raised),
        )
        return [w(tag, val=value) for tag, value, asked in wanted if asked]


def text_of_html(source: str) -> list[str]:
    """Return the lines of text of an HTML block; comments and tags are left out."""
    bare = re.sub(r"<!--.*?(?:-->|\Z)", "", source, flags=re.DOTALL)
    bare = re.sub(r"<[/!?]?[a-zA-Z][^<>]*>", " ", bare)
    return [line for line in (" ".join(html.unescape(t).split()) for t in bare.split("\n")) if line]
