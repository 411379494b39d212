"""Pictures on a line of their own, with their numbered captions."""

from markdown_it.token import Token

from smq.i18n import _
from smq.render.docx import oxml, pictures
from smq.render.docx.names import Style
from smq.render.docx.oxml import EMU_PER_CM, Element, field, run
from smq.render.docx.writer import Writer
from smq.render.page import Picture


def is_figure(tokens: list[Token]) -> bool:
    """Return whether a paragraph holds one picture and nothing else, in a link or not."""
    shown = [t for t in tokens if not (t.type == "text" and not t.content.strip())]
    if len(shown) == 3 and (shown[0].type, shown[2].type) == ("link_open", "link_close"):
        shown = shown[1:2]
    return len(shown) == 1 and shown[0].type == "image"


def figure(writer: Writer, runs: list[Element], tokens: list[Token]) -> list[Element]:
    """Return a picture of the text and its caption: its title, else its description."""
    image = next(token for token in tokens if token.type == "image")
    shown = any(element.tag.endswith("}drawing") for r in runs for element in r.iter())
    if not shown:
        return [writer.paragraph(Style.NORMAL, *runs)]
    words = str(image.attrs.get("title") or image.content)
    return [writer.paragraph(Style.FIGURE, *runs, keep_next=True), caption(writer, words)]


def own_picture(writer: Writer, picture: Picture) -> list[Element]:
    """Return a picture made by smq and its caption."""
    width = round(picture.width_cm * EMU_PER_CM)
    box = (min(width, pictures.text_width(writer)), round(picture.height_cm * EMU_PER_CM))
    drawing = pictures.drawing(writer, picture.png, picture.description, width=width, box=box)
    if drawing is None:
        return [writer.label(picture.description, Style.NORMAL)]
    words = picture.caption
    shown = writer.paragraph(Style.FIGURE, run([drawing]), keep_next=bool(words))
    if not words:
        # The style keeps a figure with its caption; alone, it would follow what comes next.
        oxml.let_go(shown)
    return [shown, caption(writer, words)] if words else [shown]


def caption(writer: Writer, words: str) -> Element:
    """Return « Figure n – words », where n is a field that counts the figures."""
    number = str(writer.next_id("figure"))
    before, after = writer.translate(_("Figure {number}"), number="\n").split("\n")
    end = f"{after} – {words}" if words else after
    return writer.paragraph(
        Style.CAPTION,
        *writer.plain(before),
        *field("SEQ Figure \\* ARABIC", number),
        *writer.plain(end),
    )
