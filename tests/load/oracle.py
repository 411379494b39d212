"""Mentions by an ordinary parse of the whole Markdown, the measure of our own reading."""

from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from smq.load.markdown_parser import MAX_NESTING
from smq.model import Codification


def parsed_mentions(text: str, codification: Codification) -> list[str]:
    """Return the codes in the texts, inline code and picture descriptions of a Markdown text."""
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    return [
        code.text
        for token in parser.parse(text)
        if token.type == "inline"
        for words in _texts(token.children or [])
        for _start, _end, code in codification.find(words)
    ]


def _texts(tokens: list[Token]) -> Iterator[str]:
    words = ""
    for token in tokens:
        if token.type in ("text", "text_special"):
            words += token.content
            continue
        yield words
        words = ""
        if token.type == "code_inline":
            yield token.content
        elif token.type == "image":
            yield from _texts(token.children or [])
    yield words
