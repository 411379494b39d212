"""Facts of a body by the whole Markdown parser: right for every text, about ten times slower."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from smq.load import markdown_text as grammar
from smq.load.markdown_codes import mentions, wrong_case
from smq.load.markdown_parser import Block, blocks
from smq.load.markdown_text import CLOSE, FILL, OPEN, STRESS, Places
from smq.model import (
    Body,
    BrokenTable,
    Codification,
    Heading,
    Mention,
    PathLink,
    Placeholder,
    Table,
    WikiLink,
)

_STAND_INS = {
    "softbreak": "\n",
    "hardbreak": "\n",
    "html_inline": FILL,
    **dict.fromkeys(("em_open", "em_close", "strong_open", "strong_close"), STRESS),
}


@dataclass(slots=True)
class _Run:
    """Text without markup inside: what the parser calls one text, or one piece of code."""

    pieces: list[str]
    offsets: list[int]
    code: bool = False
    address: bool = False

    @property
    def text(self) -> str:
        return "".join(self.pieces)


@dataclass(slots=True)
class _Inline:
    """Inline text: flat (markup left out or replaced by stand-ins), in runs, and its links."""

    text: str = ""
    offsets: list[int] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    links: list[tuple[int, str, str, bool]] = field(default_factory=list)
    code: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class _Facts:
    headings: list[Heading] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    wrong_case: list[Mention] = field(default_factory=list)
    wiki_links: list[WikiLink] = field(default_factory=list)
    paths: list[PathLink] = field(default_factory=list)
    pictures: list[PathLink] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    broken: list[BrokenTable] = field(default_factory=list)
    placeholders: list[Placeholder] = field(default_factory=list)


def read(text: str, first_line: int, codification: Codification, own: tuple[str, ...]) -> Body:
    """Return the facts of a text; see `markdown.read_body`."""
    places = Places(text, first_line)
    facts = _Facts()
    # True for each block with something to read, a level for each heading.
    outline: list[int | bool] = []
    for block in blocks(text):
        if block.kind in ("code", "html"):
            outline.append(_has_content(block))
        elif block.kind == "table":
            rows = tuple((places.at(offset)[0], cells) for offset, cells in block.rows)
            facts.tables.append(Table(block.columns, rows, *places.at(block.offset)))
        else:
            inline = _inline(block)
            outline.append(block.level if block.kind == "heading" else bool(block.content.strip()))
            _add_text(facts, inline, places, codification, own)
            if block.kind == "heading":
                title = grammar.shown(grammar.without_wiki(inline.text.replace("\n", " ")))
                place = places.at(block.offset)
                facts.headings.append(Heading(block.level, title.strip(), *place))
            elif block.kind == "paragraph":
                facts.broken.extend(_broken_tables(block, text, places))
    return _body(facts, outline)


def _body(facts: _Facts, outline: list[int | bool]) -> Body:
    # bool is an int: a heading is an entry that is neither True nor False.
    levels = [(at, entry) for at, entry in enumerate(outline) if not isinstance(entry, bool)]
    headings = tuple(
        Heading(h.level, h.text, h.line, h.column, _is_empty(outline, at, level))
        for h, (at, level) in zip(facts.headings, levels, strict=True)
    )
    return Body(
        headings=headings,
        mentions=tuple(facts.mentions),
        wrong_case=tuple(facts.wrong_case),
        wiki_links=tuple(facts.wiki_links),
        path_links=_in_order(facts.paths),
        tables=tuple(facts.tables),
        broken_tables=tuple(facts.broken),
        placeholders=tuple(facts.placeholders),
        pictures=_in_order(facts.pictures),
    )


def _in_order(links: list[PathLink]) -> tuple[PathLink, ...]:
    # A link ends after the picture inside it, and is met later.
    return tuple(sorted(links, key=lambda link: (link.line, link.column)))


def _is_empty(outline: list[int | bool], at: int, level: int) -> bool:
    for entry in outline[at + 1 :]:
        if entry is True:
            return False
        if entry is not False:
            return entry <= level
    return True


def _has_content(block: Block) -> bool:
    if block.kind == "code":
        return bool(block.content.strip())
    rest = block.content
    while "<!--" in rest:
        before, _open, after = rest.partition("<!--")
        rest = before + after.partition("-->")[2]
    return bool(rest.strip())


def _add_text(
    facts: _Facts, inline: _Inline, places: Places, codification: Codification, own: tuple[str, ...]
) -> None:
    for run in inline.runs:
        found = mentions(run.text, codification)
        facts.mentions += [Mention(m[0], *places.at(run.offsets[m.start()])) for m in found]
        if not run.code and not run.address:
            taken = grammar.Spans([m.span() for m in found] + grammar.url_spans(run.text))
            facts.wrong_case += [
                Mention(m[0], *places.at(run.offsets[m.start()]))
                for m in wrong_case(run.text, codification, taken)
            ]
    for match in grammar.wiki_matches(inline.text):
        wiki = grammar.wiki_link(match[1], places.at(inline.offsets[match.start()]))
        if wiki:
            facts.wiki_links.append(wiki)
    for offset, href, label, picture in inline.links:
        link = PathLink(grammar.decoded_path(href), label, picture, *places.at(offset))
        if grammar.is_relative(href):
            facts.paths.append(link)
        if picture:
            facts.pictures.append(link)
    facts.placeholders += [
        Placeholder(what, *places.at(inline.offsets[at]))
        for at, what in grammar.placeholders(inline.text, own, inline.code)
    ]


def _broken_tables(block: Block, text: str, places: Places) -> Iterator[BrokenTable]:
    run: list[tuple[int, str]] = []
    for begin, end in [*block.lines, (0, 0)]:
        line = text[begin:end].strip()
        if len(line) > 1 and line[0] == line[-1] == "|":
            run.append((begin, line))
            continue
        if len(run) > 1:
            first, second = (len(grammar.row_cells(row)) for _, row in run[:2])
            yield BrokenTable(*places.at(run[0][0]), columns=first, expected=second)
        run = []


def _inline(block: Block) -> _Inline:
    return _Flattening(block.content, block.offsets).of(block.tokens)


class _Flattening:
    """Makes one flat text of inline tokens; code keeps its words, but not its brackets."""

    def __init__(self, content: str, offsets: list[int]) -> None:
        self.content = content
        self.offsets = offsets
        self.result = _Inline()
        self._pieces: list[str] = []
        self._run: _Run | None = None
        self._open: list[tuple[int, str, int]] = []
        self._address = False

    def of(self, tokens: list[Token]) -> _Inline:
        self._add(tokens, 0)
        self.result.text = "".join(self._pieces)
        return self.result

    def _add(self, tokens: list[Token], base: int) -> None:
        for token in tokens:
            at = base + int(token.meta["at"])
            if token.type in ("text", "text_special"):
                self._add_words(token, at)
                continue
            self._run = None
            if token.type == "code_inline":
                offsets = self._verbatim(at, len(token.content))
                self.result.runs.append(_Run([token.content], offsets, code=True))
                start = len(self.result.offsets)
                self.result.code.append((start, start + len(token.content)))
                self._put(token.content.translate({0x5B: FILL, 0x5D: FILL}), offsets)
            elif token.type in _STAND_INS:
                self._put(_STAND_INS[token.type], [self._place(at)])
            elif token.type == "image":
                self._begin(token, at - 2, "src")
                self._add(token.children or [], at)
                self._end(picture=True)
            elif token.type == "link_open":
                self._address = token.info == "auto"
                self._begin(token, at, "href")
            elif token.type == "link_close":
                self._address = False
                self._end(picture=False)

    def _add_words(self, token: Token, at: int) -> None:
        words = token.content
        if not words:
            return
        if token.type == "text" and self.content.startswith(words, at):
            offsets = self._verbatim(at, len(words))
        else:
            offsets = [self._place(at)] * len(words)
        # Adjacent texts are one text to the parser.
        if self._run is None:
            self._run = _Run([], [], address=self._address)
            self.result.runs.append(self._run)
        self._run.pieces.append(words)
        self._run.offsets += offsets
        bracket = token.type == "text_special" and words in "[]"
        self._put(FILL if bracket else words, offsets)

    def _begin(self, token: Token, at: int, attribute: str) -> None:
        self._run = None
        self._open.append((self._place(at), str(token.attrs.get(attribute, "")), len(self._pieces)))
        self._put(OPEN, [self._place(at)])

    def _end(self, *, picture: bool) -> None:
        self._run = None
        offset, href, first = self._open.pop()
        label = grammar.shown("".join(self._pieces[first:])).replace("\n", " ")
        self.result.links.append((offset, href, label, picture))
        self._put(CLOSE, [offset])

    def _put(self, piece: str, offsets: list[int]) -> None:
        self._pieces.append(piece)
        self.result.offsets += offsets

    def _place(self, at: int) -> int:
        return self.offsets[min(at, len(self.offsets) - 1)]

    def _verbatim(self, at: int, length: int) -> list[int]:
        offsets = self.offsets[at : at + length]
        return offsets + [self._place(at)] * (length - len(offsets))
