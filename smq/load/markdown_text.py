"""The small grammars inside rendered text: placeholders, wiki-links, paths, table rows, places."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from smq.model import Placeholder, WikiLink

FILL = "\x00"
"""Stands for what is no text; it never occurs in a text once `cleaned`."""
CODE = "\x04"
"""Stands for each character of a code block."""
OPEN, CLOSE = "\x02", "\x03"
"""Stand for the brackets of a link or picture, which show nothing."""
STRESS = "\x05"
"""Stands for the marks of emphasis: `[*[a]]*` is no wiki-link."""

_SPACES = "\t\n\x0b\x0c\r \xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
"""What is white at both ends of a row to the Markdown parser; Python would strip more."""
_BRACKETS = {2: "[", 3: "]"}
_NO_TEXT = {0: 0xFFFD, 2: 1, 3: 1, 4: 1, 5: 1, 0x0D: 0x20}
_TO_COMPLETE = re.compile(
    rf"""[\[{OPEN}][\s*_{STRESS}]*+
    (?:(?:a\u0300?|à)\s++compl(?:e\u0301?|é)ter|to\s++complete)[\s*_{STRESS}]*+
    (?::(?P<what>(?:[^\[\]{OPEN}{CLOSE}]|[\[{OPEN}][^\[\]{OPEN}{CLOSE}]*+[\]{CLOSE}])*+))?
    [\]{CLOSE}]""",
    re.IGNORECASE | re.VERBOSE,
)
_WIKI = re.compile(rf"\[\[([^\[\]\n{FILL}{OPEN}{CLOSE}]+)\]\]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_URL = re.compile(r"(?:[a-z][a-z0-9+.\-]{1,20}://|www\.|mailto:)\S+", re.IGNORECASE)


def cleaned(text: str) -> str:
    """Return a text of the same length without the characters that stand for markup here."""
    if any(mark in text for mark in (FILL, OPEN, CLOSE, CODE, STRESS, "\r")):
        return text.translate(_NO_TEXT)
    return text


_SHARED = 2048
_COLUMNS = tuple(range(_SHARED))
"""A column is one value in memory wherever it is met: Python itself shares numbers up to 256."""


@dataclass(frozen=True)
class Places:
    """Turns an offset of a text into a line and column of its file."""

    text: str
    first_line: int

    @cached_property
    def _starts(self) -> list[int]:
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return list(accumulate(lengths, initial=0))

    def at(self, offset: int) -> tuple[int, int]:
        """Return the line and column of an offset, both from 1."""
        index = bisect_right(self._starts, offset) - 1
        column = offset - self._starts[index] + 1
        return self.first_line + index, _COLUMNS[column] if column < _SHARED else column


def placeholder_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for each placeholder of our own form."""
    return _TO_COMPLETE.finditer(text)


def expected(match: re.Match[str]) -> str | None:
    """Return what a placeholder of our own form says is expected."""
    return " ".join(shown(match["what"] or "").split()) or None


def placeholders(
    text: str, own: tuple[str, ...] = (), code: Sequence[tuple[int, int]] = ()
) -> list[tuple[int, str | None]]:
    """Return (offset, what is expected) for each placeholder of a text, in order.

    `own` are a platform's patterns, for which the whole match is what is expected. `code` are the
    places where they are not sought.
    """
    found: list[tuple[int, int, str | None]] = []
    for match in placeholder_matches(text):
        found.append((*match.span(), expected(match)))
    if own:
        plain = text.translate(_BRACKETS)
        if code:
            chars = list(plain)
            for start, end in code:
                chars[start:end] = FILL * (end - start)
            plain = "".join(chars)
        # Our form may also be one of theirs: it is one placeholder.
        ours = Spans([(start, end) for start, end, _ in found])
        for start, end, words in _own(plain, own):
            if not ours.touch(start, end):
                found.append((start, end, words))
    return [(start, what) for start, _, what in sorted(found, key=lambda item: item[0])]


def _own(text: str, patterns: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    for pattern in patterns:
        found = re.finditer(pattern, text)
        yield from ((*match.span(), shown(match[0])) for match in found if match[0])


class Spans:
    """Places of a text, in order and apart from each other."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        """Take (start, end) pairs."""
        self._spans = sorted(spans)

    def touch(self, start: int, end: int) -> bool:
        """Return whether a place shares a character with one of these."""
        index = bisect_right(self._spans, (start, end))
        near = self._spans[max(0, index - 1) : index + 1]
        return any(first < end and start < last for first, last in near)


def find_placeholders(
    text: str, first_line: int, extra: tuple[str, ...] = ()
) -> tuple[Placeholder, ...]:
    """Return the placeholders of a pure text, in order.

    Args:
        text: text without markup, as a string of a header.
        first_line: line of its first character in the file.
        extra: patterns of the platform's own placeholders (`lecture.a_completer`).
    """
    places = Places(cleaned(text), first_line)
    found = placeholders(places.text, extra)
    return tuple(Placeholder(what, *places.at(offset)) for offset, what in found)


def shown(text: str) -> str:
    """Return the text without the characters that stand for markup."""
    if any(mark in text for mark in (FILL, OPEN, CLOSE, STRESS)):
        return text.translate({0: None, 2: None, 3: None, 5: None})
    return text


def wiki_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield a match for each `[[…]]`; its group 1 is what stands between the brackets."""
    return _WIKI.finditer(text)


def wiki_parts(inner: str) -> tuple[str, str | None, str | None]:
    """Return target, section and label of the inside of a wiki-link."""
    target, _bar, label = shown(inner).partition("|")
    target, _hash, section = target.partition("#")
    return target.strip(), section.strip() or None, label.strip() or None


def wiki_link(inner: str, place: tuple[int, int]) -> WikiLink | None:
    """Return the link to another document, None for a link to a section of the same one."""
    target, section, label = wiki_parts(inner)
    return WikiLink(target, section, label, *place) if target else None


def without_wiki(text: str) -> str:
    """Return a text whose wiki-links are replaced by what they show."""
    if "[[" not in text:
        return text
    return _WIKI.sub(lambda match: wiki_parts(match[1])[2] or wiki_parts(match[1])[0], text)


def is_relative(href: str) -> bool:
    """Return whether an address is a path from the document: no scheme, no `/`, no bare `#`."""
    return bool(href) and href[0] not in "/#?" and not _SCHEME.match(href)


def decoded_path(href: str) -> str:
    """Return an address without percent codes; a relative one without `?` and `#` parts too."""
    path = href.partition("#")[0].partition("?")[0] if is_relative(href) else href
    if "%" not in path:
        return path
    from urllib.parse import unquote

    return unquote(path)


def url_spans(text: str) -> list[tuple[int, int]]:
    """Return where bare addresses (`https://…`, `www.…`) stand in a text."""
    return [match.span() for match in _URL.finditer(text)]


def row_cells(row: str) -> list[tuple[int, str]]:
    """Return (offset, raw text) of each cell of a pipe row, as GFM splits it.

    A pipe after a backslash does not split, a pipe inside code does
    (GFM 0.29, §4.10, example 200).
    """
    stripped = row.strip(_SPACES)
    base = len(row) - len(row.lstrip(_SPACES))
    cells: list[tuple[int, str]] = []
    start = 0
    for at, char in enumerate(stripped):
        if char == "|" and (at == 0 or stripped[at - 1] != "\\"):
            cells.append((base + start, stripped[start:at]))
            start = at + 1
    cells.append((base + start, stripped[start:]))
    if cells and cells[0][1] == "":
        cells.pop(0)
    if cells and cells[-1][1] == "":
        cells.pop()
    return cells
