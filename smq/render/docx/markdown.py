"""Markdown text → a tree of tokens, with nothing of the text left out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block.table import escapedSplit
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

MAX_DEPTH = 60
_WIKI = re.compile(r"\[\[([^\[\]\n]+)\]\]")


@dataclass(slots=True)
class Node:
    """A block with the blocks inside it; `type` is the token's type without `_open`."""

    type: str
    token: Token
    children: list["Node"] = field(default_factory=list)

    @property
    def inline(self) -> list[Token]:
        """Return the inline tokens of a heading, a paragraph or a cell."""
        for child in self.children:
            if child.type == "inline":
                return child.token.children or []
        return []

    def walk(self) -> Iterator["Node"]:
        """Yield the node and all that is under it, in order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


@dataclass(slots=True)
class Text:
    """A parsed Markdown text.

    Attributes:
        nodes: its blocks.
        notes: number of a footnote in the text → its blocks.
        excess: cells that a table row holds beyond its columns; they are put in the last cell.
        too_deep: the text is nested deeper than can be followed.
    """

    nodes: list[Node]
    notes: dict[int, list[Node]] = field(default_factory=dict)
    excess: int = 0
    too_deep: bool = False


def parse(markdown: str) -> Text:
    """Return the tree of a Markdown text: CommonMark, tables, strike, notes, tasks, terms."""
    env: dict[str, Any] = {}
    tokens = _parser().parse(markdown, env)
    text = Text(_tree(tokens))
    text.too_deep = any(token.level >= MAX_DEPTH - 1 for token in tokens)
    _keep_excess_cells(text, markdown.replace("\r\n", "\n").split("\n"), env)
    _collect_notes(text, env)
    return text


def parse_inline(markdown: str) -> list[Token]:
    """Return the inline tokens of one line of Markdown."""
    tokens = _parser().parseInline(markdown, {})
    return tokens[0].children or [] if tokens else []


def visible(tokens: list[Token]) -> str:
    """Return the text that inline tokens show."""
    return "".join(_shown(token) for token in tokens)


def slug(title: str) -> str:
    """Return the anchor that forges give to a heading of that title."""
    kept = re.sub(r"[^\w\- ]", "", title.strip().lower())
    return kept.replace(" ", "-")


def _shown(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    if token.type == "wiki_link":
        return str(token.meta["label"] or token.meta["target"])
    return "" if token.type == "html_inline" else token.content


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH})
    parser.enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(tasklists_plugin).use(deflist_plugin)
    # The tail drops the notes that nobody cites; they are collected below instead.
    parser.core.ruler.disable("footnote_tail")
    parser.inline.ruler.before("link", "wiki_link", _wiki_link)
    return parser


def _wiki_link(state: StateInline, silent: bool) -> bool:
    match = _WIKI.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        target, bar, label = match[1].partition("|")
        token = state.push("wiki_link", "", 0)
        token.content = match[1]
        token.meta = {"target": target.strip(), "label": label.strip() if bar else ""}
    state.pos = match.end()
    return True


def _tree(tokens: list[Token]) -> list[Node]:
    root: list[Node] = []
    stack = [root]
    for token in tokens:
        if token.nesting == -1:
            stack.pop()
            continue
        node = Node(token.type.removesuffix("_open"), token)
        stack[-1].append(node)
        if token.nesting == 1:
            stack.append(node.children)
    return root


def _keep_excess_cells(text: Text, lines: list[str], env: dict[str, Any]) -> None:
    """Put back the cells beyond the last column, which the table rule drops."""
    for table in [node for top in text.nodes for node in top.walk() if node.type == "table"]:
        for row in [node for node in table.walk() if node.type == "tr"]:
            if not row.token.map or not row.children:
                continue
            cells = escapedSplit(lines[row.token.map[0]].strip(" \t>"))
            if cells and not cells[0].strip():
                cells.pop(0)
            if cells and not cells[-1].strip():
                cells.pop()
            extra = " | ".join(cell.strip() for cell in cells[len(row.children) :])
            if extra:
                text.excess += 1
                parsed = _parser().parseInline(f"| {extra}", env)[0].children or []
                space = Token("text", "", 0, content=" ")
                row.children[-1].inline.extend([space, *parsed])


def _collect_notes(text: Text, env: dict[str, Any]) -> None:
    listed: dict[int, dict[str, Any]] = env.get("footnotes", {}).get("list", {})
    numbers = {entry["label"]: key for key, entry in listed.items() if "label" in entry}
    text.nodes = _without_cited(text.nodes, numbers, text.notes)
    for key, entry in listed.items():
        if "tokens" in entry:
            inline = Token("inline", "", 0, content=entry["content"], children=entry["tokens"])
            paragraph = Node("paragraph", Token("paragraph_open", "p", 1), [Node("inline", inline)])
            text.notes[key] = [paragraph]


def _without_cited(
    nodes: list[Node], numbers: dict[str, int], notes: dict[int, list[Node]]
) -> list[Node]:
    kept = []
    for node in nodes:
        node.children = _without_cited(node.children, numbers, notes)
        number = numbers.get(node.token.meta.get("label", ""))
        if node.type == "footnote_reference" and number is not None and number not in notes:
            notes[number] = node.children
        else:
            kept.append(node)
    return kept
