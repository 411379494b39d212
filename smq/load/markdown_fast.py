"""Facts of a body that holds only plain constructs, without the Markdown parser.

Whatever could mean something else than it seems stops the scan: the parser then reads the text.
So this module may know little of Markdown, as long as what it does know is certain.
"""

import re
from dataclasses import dataclass, field
from sys import intern

from smq.load import markdown_text as grammar
from smq.load import shared
from smq.load.markdown_codes import finder
from smq.load.markdown_lines import Unusual, scan_lines
from smq.load.markdown_text import CLOSE, CODE, FILL, OPEN, Places
from smq.model import Body, Codification, Heading, Mention, PathLink, Placeholder, Table, WikiLink

_LONGEST = 100_000
_BLOCK = re.compile(r"\n(?:```([^`\n]*)(?=\n)|<!--)")
_TICKS = re.compile(r"\n *```[^\n]*")
_FENCE_END = re.compile(r"\n {0,3}```+ *")
_TAG = re.compile(r"<[A-Za-z/!?]")
_ENTITY = re.compile(r"&#?[A-Za-z0-9]+;")
_TICKED = re.compile(r"`[^`\n]+`")
_LINK = re.compile(
    rf"\[([^\[\]\n`*_|{FILL}]*)\]\(((?:https?://[A-Za-z0-9])?[\w./%#?=&+,;~'’\-]*)\)"
)
_CONTENT = re.compile(rf"[^\W\d_]|{CODE}")
_LOOSE_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")


def read(text: str, first_line: int, codification: Codification) -> Body | None:
    """Return the facts of a plain text, None for one that only the parser can read.

    The text holds none of the characters that stand for markup (`markdown_text.cleaned`).
    """
    if len(text) > _LONGEST or not finder(codification).usable:
        return None
    try:
        return _Scan(text, first_line, codification).body()
    except Unusual:
        return None


def _without_blocks(text: str) -> str:
    """Return the text with fenced code filled and comments blanked, all at their place."""
    if any(odd in text for odd in ("\t", "\\", "\x0b", "\x0c", "]:", "~~~")):
        raise Unusual
    if "```" in text or "<!--" in text:
        text = _blanked(f"\n{text}")[1:]
    if "``" in text:
        raise Unusual
    if ("<" in text and _TAG.search(text)) or ("&" in text and _ENTITY.search(text)):
        raise Unusual
    return text


def _blanked(text: str) -> str:
    pieces: list[str] = []
    last = 0
    while match := _BLOCK.search(text, last):
        start = match.start() + 1
        pieces.append(text[last:start])
        if match[1] is None:
            close = text.find("-->", start + 2)
            end = text.find("\n", close)
            last = len(text) if end < 0 else end
            # What follows on the line is part of the comment's block (CommonMark 0.31, §4.6).
            if text[close + 3 : last].strip():
                raise Unusual
            filler = " "
        else:
            closing = _TICKS.search(text, match.end())
            close = last = closing.end() if closing and _FENCE_END.fullmatch(closing[0]) else -1
            filler = CODE
            if not text[match.end() : closing.start() if closing else None].strip():
                raise Unusual
        if close < 0:
            raise Unusual
        pieces.append(re.sub(r"[^\n]", filler, text[start:last]))
    pieces.append(text[last:])
    return "".join(pieces)


@dataclass(slots=True)
class _Links:
    """Collects the links of a text while masking them."""

    places: Places
    paths: list[PathLink] = field(default_factory=list)
    pictures: list[PathLink] = field(default_factory=list)

    def mask(self, match: re.Match[str]) -> str:
        label, href = match.groups()
        start = match.start()
        picture = match.string[start - 1 : start] == "!"
        relative = grammar.is_relative(href)
        if picture and not relative:
            raise Unusual
        if relative:
            path = grammar.decoded_path(href)
            link = PathLink(path, label, picture, *self.places.at(start - picture))
            self.paths.append(link)
            if picture:
                self.pictures.append(link)
        elif ":" in href and not href.isascii():
            raise Unusual
        return f"{OPEN}{label}{CLOSE}{FILL * (len(href) + 2)}"


class _Scan:
    def __init__(self, text: str, first_line: int, codification: Codification) -> None:
        self._codification = codification
        text = _without_blocks(text)
        self._places = Places(text, first_line)
        self._lines = scan_lines(text)
        self._links = _Links(self._places)
        if "`" in text:
            text = _TICKED.sub(_code_without_brackets, text)
        if "](" in text:
            text = _LINK.sub(self._links.mask, text)
            if "](" in text:
                raise Unusual
        self._text = text

    def body(self) -> Body:
        """Return the facts; raise Unusual when one of them is not certain."""
        mentions, wrong_case = self._mentions()
        return Body(
            headings=self._headings(),
            mentions=mentions,
            wrong_case=wrong_case,
            wiki_links=self._wiki_links(),
            path_links=tuple(self._links.paths),
            tables=self._tables(),
            placeholders=self._placeholders(),
            pictures=tuple(self._links.pictures),
        )

    def _headings(self) -> tuple[Heading, ...]:
        found = self._lines.headings
        following = [(start, level) for start, _end, level, _title in found[1:]]
        following.append((len(self._text), 0))
        headings: list[Heading] = []
        for (start, end, level, title), (stop, next_level) in zip(found, following, strict=False):
            empty = not self._has_content(end, stop) and next_level <= level
            headings.append(shared.heading(level, title, *self._places.at(start), empty))
        return shared.outline(tuple(headings))

    def _has_content(self, start: int, end: int) -> bool:
        if _CONTENT.search(self._text, start, end):
            return True
        # Dashes alone are rules between parts; what else has no letter is left to the parser.
        if self._text[start:end].replace("-", "").strip(" \n"):
            raise Unusual
        return False

    def _tables(self) -> tuple[Table, ...]:
        return tuple(
            shared.table(
                columns,
                tuple([shared.row(self._places.at(offset)[0], cells) for offset, cells in rows]),
                *self._places.at(start),
            )
            for start, columns, rows in self._lines.tables
        )

    def _mentions(self) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
        codes = finder(self._codification)
        if "_" in self._text:
            self._assert_no_code_beside_underscore()
        right: list[Mention] = []
        wrong: list[Mention] = []
        checked = -1
        for match, is_right in codes.find(self._text):
            mention = Mention(intern(match[0]), *self._places.at(match.start()))
            if is_right:
                right.append(mention)
            elif self._codification.parse(match[0]) is None:
                wrong.append(mention)
                if mention.line != checked:
                    checked = mention.line
                    line = self._line_at(match.start())
                    if "`" in line or grammar.url_spans(line):
                        raise Unusual
        return tuple(right), tuple(wrong)

    def _assert_no_code_beside_underscore(self) -> None:
        """Raise Unusual for a line where an underscore may be emphasis around a code."""
        codes = finder(self._codification)
        start = 0
        while match := _LOOSE_UNDERSCORE.search(self._text, start):
            line = self._line_at(match.start())
            if codes.may_hold_code(line):
                raise Unusual
            start = max(match.end(), self._text.find("\n", match.end()))

    def _wiki_links(self) -> tuple[WikiLink, ...]:
        if "[[" not in self._text:
            return ()
        matches = list(grammar.wiki_matches(self._text))
        for match in matches:
            self._assert_plain(match)
        links = (grammar.wiki_link(m[1], self._places.at(m.start())) for m in matches)
        return tuple(link for link in links if link)

    def _placeholders(self) -> tuple[Placeholder, ...]:
        # Lower case is looked for last: it takes longer than all the rest.
        opened = "[" in self._text or OPEN in self._text
        if not opened or "compl" not in self._text.lower():
            return ()
        found: list[Placeholder] = []
        for match in grammar.placeholder_matches(self._text):
            self._assert_plain(match)
            place = self._places.at(match.start())
            found.append(Placeholder(grammar.expected(match), *place))
        return tuple(found)

    def _assert_plain(self, match: re.Match[str]) -> None:
        """Raise Unusual when a match may hold markup, or go beyond its cell or its paragraph."""
        words = match[0]
        if any(char in words for char in "\n*_`"):
            raise Unusual
        if "|" in words and self._line_at(match.start()).startswith("|"):
            raise Unusual

    def _line_at(self, offset: int) -> str:
        start = self._text.rfind("\n", 0, offset) + 1
        end = self._text.find("\n", offset)
        return self._text[start : end if end >= 0 else len(self._text)]


def _code_without_brackets(match: re.Match[str]) -> str:
    return match[0].replace("[", FILL).replace("]", FILL)
