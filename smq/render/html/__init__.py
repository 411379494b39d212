"""Sets a page as one HTML file that needs nothing else: no script, no picture, no network."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from smq import resources
from smq.i18n import Translator
from smq.render.page import Block, Grid, Page, Prose

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markupsafe import Markup


_MARKED = re.compile(r"<([su])>(.+?)</\1>", re.DOTALL)


def render(page: Page, translate: Translator) -> str:
    """Return the page as HTML; only its tables and its Markdown, which is set without raw HTML.

    Args:
        page: what to write, every label in its language.
        translate: language of the page.

    Raises:
        ValueError: the page holds a block of another kind (a picture, a turtle).
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark", {"html": False, "typographer": False}).enable("table")
    markdown.inline.ruler.before("autolink", "marked", _marked)
    body = [Prose(page.body)] if page.body else []
    blocks = [_block(block, markdown) for block in (*page.before, *body, *page.after)]
    environment = Environment(
        loader=FileSystemLoader(resources.templates() / "html"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2").render(page=page, blocks=blocks)


def _block(block: Block, markdown: "MarkdownIt") -> Mapping[str, object]:
    """Return what the template is told of a block.

    Raises:
        ValueError: HTML has no form for it.
    """
    if isinstance(block, Prose):
        return {"heading": "", "table": False, "text": _text(block.markdown, markdown)}
    if not isinstance(block, Grid):
        raise ValueError(f"BUG: {type(block).__name__} is not set in HTML")
    return {
        "heading": block.title,
        "table": True,
        "header": [_cell(words, markdown) for words in block.header],
        "rows": [[_cell(words, markdown) for words in row] for row in block.rows],
        "labels": block.first_column_is_label,
    }


def _marked(state: "StateInline", silent: bool) -> bool:
    """Set `<s>…</s>` and `<u>…</u>`, as in Word files; every other tag stays the text it is."""
    found = _MARKED.match(state.src, state.pos)
    if found is None or found.end() > state.posMax:
        return False
    if not silent:
        end, tag = state.posMax, found[1]
        state.push(f"{tag}_open", tag, 1)
        state.pos, state.posMax = found.start(2), found.end(2)
        state.md.inline.tokenize(state)
        state.posMax = end
        state.push(f"{tag}_close", tag, -1)
    state.pos = found.end()
    return True


def _text(words: str, markdown: "MarkdownIt") -> "Markup":
    from markupsafe import Markup

    # The parser escapes what it does not set itself: raw HTML is off.
    return Markup(markdown.render(words))


def _cell(words: str, markdown: "MarkdownIt") -> "Markup":
    from markupsafe import Markup

    lines = (Markup(markdown.renderInline(line)) for line in words.split("<br>"))
    return Markup("<br>").join(lines)
