"""A text as people see it: sections, each with its paragraphs, items and tables, without marks."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from smq.load.markdown_parser import Block as Leaf
from smq.load.markdown_parser import blocks

_ITEM = re.compile(r"(?:>\s?)*[ \t]*((?:[-*+]|\d{1,9}[.)])\s+)+(?:\[[ xX]\]\s+)?$")
_WIKI = re.compile(r"\[\[([^\]|#\n]+)(?:#[^\]|\n]*)?(?:\|([^\]\n]+))?\]\]")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_TAG = re.compile(r"<[/!?]?[a-zA-Z][^<>]*>")
_AWAY = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, an item of a list, lines of code, or a table.

    Attributes:
        kind: `paragraph`, `item`, `code` or `table`.
        text: as read, without marks; cells of a table are in `rows`.
        rows: of a table, that of titles first.
        marker: of an item: `–` or its number.
        look: what is set in bold or leads away, so that a change of it alone is seen.
    """

    kind: str
    text: str
    rows: tuple[tuple[str, ...], ...] = ()
    marker: str = ""
    look: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return all that it says, cells between bars."""
        return self.text or "\n".join(" | ".join(row) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it, up to the next heading; level 0 before the first."""

    level: int
    title: str
    passages: tuple[Passage, ...]

    @property
    def words(self) -> str:
        """Return all that stands under the heading."""
        return "\n".join(passage.words for passage in self.passages)


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections of a Markdown text without its header."""
    found: list[tuple[int, str, list[Passage]]] = [(0, "", [])]
    leaves = list(blocks(text))
    at = 0
    while at < len(leaves):
        leaf = leaves[at]
        at += 1
        if leaf.kind == "heading":
            found.append((leaf.level, _visible(leaf.tokens), []))
        elif leaf.kind == "table":
            cells = []
            while at < len(leaves) and leaves[at].kind == "cell":
                cells.append(leaves[at])
                at += 1
            found[-1][2].append(_table(leaf, cells))
        elif passage := _passage(leaf, text):
            found[-1][2].append(passage)
    return tuple(
        Section(level, title, tuple(passages))
        for level, title, passages in found
        if level or passages
    )


def _passage(leaf: Leaf, text: str) -> Passage | None:
    if leaf.kind == "code":
        return Passage("code", leaf.content.strip("\n"))
    if leaf.kind == "html":
        bare = _one_line(html.unescape(_TAG.sub(" ", _COMMENT.sub("", leaf.content))))
        return Passage("paragraph", bare) if bare else None
    marker = _ITEM.search(text[text.rfind("\n", 0, leaf.offset) + 1 : leaf.offset])
    shown, look = _visible(leaf.tokens), tuple(_look(leaf.tokens))
    if marker is None:
        return Passage("paragraph", shown, look=look) if shown else None
    number = marker[1].strip()
    return Passage("item", shown, marker="–" if number in "-*+" else number, look=look)


def _table(table: Leaf, cells: Sequence[Leaf]) -> Passage:
    """Return a table; the parser gives each row as many cells as there are columns."""
    shown = [_visible(cell.tokens) for cell in cells]
    width = table.columns or 1
    rows = tuple(tuple(shown[first : first + width]) for first in range(0, len(shown), width))
    look = tuple(mark for cell in cells for mark in _look(cell.tokens))
    return Passage("table", "", rows, look=look)


def _visible(tokens: Sequence[Any]) -> str:
    """Return what a reader sees of inline tokens, on one line."""
    said = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            said.append(" ")
        elif token.type == "html_inline":
            said.append(" " if token.content.lower().startswith("<br") else "")
        else:
            said.append(token.content)
    return _one_line(_WIKI.sub(lambda match: match[2] or match[1], "".join(said)))


def _look(tokens: Sequence[Any]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("strong_open", "em_open", "code_inline", "strong_close", "em_close"):
            yield f"{token.type} {token.content}"
        elif token.type == "link_open":
            target = str(token.attrs.get("href", ""))
            # A relative path changes with the number or the place of what it leads to.
            yield f"link {target if _AWAY.match(target) else ''}"


def _one_line(text: str) -> str:
    return " ".join(text.split())
