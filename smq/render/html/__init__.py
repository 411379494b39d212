"""Sets a page as one HTML file that needs nothing else: no script, no picture, no network."""

from smq import resources
from smq.i18n import Translator
from smq.render.page import Grid, Page, Prose


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

    def text(words: str) -> object:
        from markupsafe import Markup

        return Markup(markdown.render(words))  # set by the parser, raw HTML is off

    def cell(words: str) -> object:
        from markupsafe import Markup

        lines = (markdown.renderInline(line) for line in words.split("<br>"))
        return Markup("<br>").join(Markup(line) for line in lines)  # as above

    blocks: list[dict[str, object]] = []
    for block in (*page.before, *([Prose(page.body)] if page.body else []), *page.after):
        if isinstance(block, Grid):
            blocks.append(
                {
                    "heading": block.title,
                    "table": True,
                    "header": [cell(c) for c in block.header],
                    "rows": [[cell(c) for c in row] for row in block.rows],
                    "labels": block.first_column_is_label,
                }
            )
        elif isinstance(block, Prose):
            blocks.append({"heading": "", "table": False, "text": text(block.markdown)})
        else:
            raise ValueError(f"BUG: {type(block).__name__} is not set in HTML")
    environment = Environment(
        loader=FileSystemLoader(resources.templates() / "html"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2").render(page=page, blocks=blocks)
