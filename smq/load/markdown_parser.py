"""Markdown blocks and their inline text, with the place of every character, by markdown-it.

markdown-it gives inline tokens no place. Its rules are wrapped here so that each notes where in the
source its tokens begin; the tokens themselves are those of an ordinary parse.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from typing import Any

from markdown_it import MarkdownIt
from markdown_it import rules_block as block_rules
from markdown_it import rules_inline as inline_rules
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from smq.load.markdown_text import row_cells

MAX_NESTING = 60

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]
Noted = Callable[[StateBlock, list[Token]], None]


@dataclass(frozen=True, slots=True)
class Block:
    """A leaf of the document.

    Attributes:
        kind: `heading`, `paragraph`, `table`, `cell`, `code` or `html`.
        offset: where it begins.
        tokens: inline tokens, each with its place in `meta["at"]`, relative to the content.
        content: the text that the tokens were made from.
        offsets: place in the text of each character of the content.
        level: of a heading.
        lines: (begin, end) of each line of a paragraph.
        columns: of a table.
        rows: (offset, cells as written) of each body row of a table.
    """

    kind: str
    offset: int
    tokens: list[Token] = field(default_factory=list)
    content: str = ""
    offsets: list[int] = field(default_factory=list)
    level: int = 0
    lines: list[tuple[int, int]] = field(default_factory=list)
    columns: int = 0
    rows: list[tuple[int, int]] = field(default_factory=list)


def blocks(text: str) -> Iterator[Block]:
    """Yield the leaves of a Markdown text (CommonMark with pipe tables), in order."""
    parser = _parser()
    env: dict[str, Any] = {}
    tokens: list[Token] = []
    parser.block.parse(text, parser, env, tokens)
    level = 0
    for token in tokens:
        meta = token.meta
        if token.type == "heading_open":
            level = int(token.tag[1:])
        elif token.type == "heading_close":
            level = 0
        elif token.type == "table_open":
            yield Block("table", meta["at"], columns=meta["columns"], rows=meta["rows"])
        elif token.type in ("fence", "code_block"):
            yield Block("code", 0, content=token.content)
        elif token.type == "html_block":
            yield Block("html", 0, content=token.content)
        elif token.type == "inline":
            children: list[Token] = []
            parser.inline.parse(token.content, parser, env, children)
            yield Block(
                "heading" if level else meta["kind"],
                meta["at"],
                children,
                token.content,
                meta["offsets"],
                level,
                meta.get("lines", []),
            )


class _PlacedState(StateInline):
    def pushPending(self) -> Token:  # noqa: N802 - the name is markdown-it's
        # Right at the end of a run; a rule that flushes earlier is corrected by its wrapper.
        at = self.pos - len(self.pending)
        token = super().pushPending()
        token.meta = {"at": at}
        return token


class _PlacedInline(ParserInline):
    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    parser.inline = _PlacedInline()
    parser.configure("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    # Joining texts would lose their places; whoever reads the tokens joins them.
    parser.inline.ruler2.disable("fragments_join")
    for name, rule in _INLINE.items():
        parser.inline.ruler.at(name, partial(_placed_inline, rule))
    for name, (leaf, note, interrupts) in _BLOCK.items():
        parser.block.ruler.at(name, partial(_placed_block, leaf, note), {"alt": interrupts})
    return parser


def _placed_inline(rule: InlineRule, state: StateInline, silent: bool) -> bool:
    if silent:
        return rule(state, True)
    start, known, pending = state.pos, len(state.tokens), len(state.pending)
    if not rule(state, False):
        return False
    new = state.tokens[known:]
    if new and pending:
        new.pop(0).meta = {"at": start - pending}
    for index, token in enumerate(token for token in new if "at" not in token.meta):
        token.meta = {"at": start + _shift(token, index, state.pos - start)}
    return True


def _shift(token: Token, index: int, length: int) -> int:
    """Return how far after the start of its rule the content of a token begins."""
    if token.type == "code_inline":
        ticks = len(token.markup)
        return ticks + (length - 2 * ticks - len(token.content)) // 2
    if token.info == "escape":
        return len(token.markup) - len(token.content)
    if token.type == "image":
        return 2
    return index if token.type == "text" else 0


def _placed_block(
    rule: BlockRule, note: Noted, state: StateBlock, start: int, end: int, silent: bool
) -> bool:
    known = len(state.tokens)
    if not rule(state, start, end, silent):
        return False
    if not silent:
        note(state, state.tokens[known:])
    return True


def _bounds(state: StateBlock, line: int) -> tuple[int, int]:
    return state.bMarks[line] + state.tShift[line], state.eMarks[line]


def _note_lines(state: StateBlock, tokens: list[Token]) -> None:
    for token in tokens:
        if token.type == "inline" and token.map:
            first, last = token.map
            raw = state.getLines(first, last, state.blkIndent, False)
            offsets: list[int] = []
            lines = [_bounds(state, number) for number in range(first, last)]
            for line, (begin, end) in zip(raw.split("\n"), lines, strict=True):
                offsets += [begin] * max(0, len(line) - (end - begin))
                offsets += range(begin, end + 1)
            lead = max(0, raw.find(token.content))
            token.meta = {
                "kind": "paragraph",
                "at": lines[0][0],
                "offsets": offsets[lead : lead + len(token.content) + 1],
                "lines": lines,
            }


def _note_heading(state: StateBlock, tokens: list[Token]) -> None:
    heading, token = tokens[0], tokens[1]
    begin, end = _bounds(state, (token.map or [0])[0])
    start = max(begin, state.src.find(token.content, begin + len(heading.markup)))
    offsets = list(range(start, max(end, start) + 1))
    token.meta = {"kind": "heading", "at": begin, "offsets": offsets}


def _note_table(state: StateBlock, tokens: list[Token]) -> None:
    rows: list[tuple[int, int]] = []
    cells: list[tuple[int, str]] = []
    begin = column = 0
    for token in tokens:
        if token.type == "tr_open" and token.map:
            begin, end = _bounds(state, token.map[0])
            cells = row_cells(state.src[begin:end])
            rows.append((begin, len(cells)))
            column = 0
        elif token.type == "inline":
            offset, cell = cells[column] if column < len(cells) else (0, "")
            token.meta = {"kind": "cell", "at": begin}
            token.meta["offsets"] = _in_cell(begin + offset, cell, token.content)
            column += 1
    tokens[0].meta = {"at": rows[0][0], "columns": rows[0][1], "rows": rows[1:]}


def _in_cell(start: int, cell: str, content: str) -> list[int]:
    """Return the place of each character of a cell, whose escaped pipes lose their backslash."""
    kept = [start + at for at in range(len(cell) + 1) if cell[at : at + 2] != "\\|"]
    return kept[max(0, cell.replace("\\|", "|").find(content)) :]


_INLINE: dict[str, InlineRule] = {
    "newline": inline_rules.newline,
    "escape": inline_rules.escape,
    "backticks": inline_rules.backtick,
    "emphasis": inline_rules.emphasis.tokenize,
    "link": inline_rules.link,
    "image": inline_rules.image,
    "autolink": inline_rules.autolink,
    "html_inline": inline_rules.html_inline,
    "entity": inline_rules.entity,
}
_BLOCK: dict[str, tuple[BlockRule, Noted, list[str]]] = {
    "table": (block_rules.table, _note_table, ["paragraph", "reference"]),
    "heading": (block_rules.heading, _note_heading, ["paragraph", "reference", "blockquote"]),
    "lheading": (block_rules.lheading, _note_lines, []),
    "paragraph": (block_rules.paragraph, _note_lines, []),
}
"""Each rule that makes text, what notes its places, and the blocks that it may interrupt."""
