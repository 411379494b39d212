"""Pictures: the part that holds the bytes, and the drawing that shows them."""

import io
from pathlib import PurePosixPath

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from lxml import etree

from smq.render.docx.oxml import EMU_PER_CM, NAMESPACES, Element, R
from smq.render.docx.writer import Writer

MAX_HEIGHT_CM = 20.0
_EMU_PER_TWIP = 635


def drawing(
    writer: Writer,
    data: bytes,
    description: str,
    *,
    name: str = "",
    part: XmlPart | None = None,
    width: int | None = None,
    box: tuple[int, int] | None = None,
) -> Element | None:
    """Return a picture in the line, None when the bytes are no picture that Word shows.

    Args:
        data: PNG, JPEG, GIF, BMP or TIFF.
        description: read aloud to who does not see it.
        name: file it comes from.
        part: part that shows it; the writer's own by default.
        width: wanted width in EMU; its natural width by default.
        box: largest width and height in EMU; the text's by default.
    """
    part = part or writer.part
    package = writer.template.package
    try:
        image_part = package.get_or_add_image_part(io.BytesIO(data))
        image = image_part.image
        natural = int(image.width), int(image.height)
    except Exception:
        # Of a damaged picture python-docx says so in many ways, a bare `Exception` among them.
        return None
    if min(natural) <= 0:
        return None
    relation = part.rels.get_or_add(RT.IMAGE, image_part).rId
    limit = box or (text_width(writer), int(MAX_HEIGHT_CM * EMU_PER_CM))
    return _inline(writer, relation, fitted(natural, width, limit), description, name)


def text_width(writer: Writer) -> int:
    """Return the width between the margins, in EMU."""
    return writer.template.text_width * _EMU_PER_TWIP


def fitted(natural: tuple[int, int], width: int | None, limit: tuple[int, int]) -> tuple[int, int]:
    """Return the size that keeps the proportions, no larger than `limit`."""
    wide = width or natural[0]
    ratio = min(wide / natural[0], limit[0] / natural[0], limit[1] / natural[1])
    return max(1, round(natural[0] * ratio)), max(1, round(natural[1] * ratio))


def _inline(
    writer: Writer, relation: str, size: tuple[int, int], description: str, name: str
) -> Element:
    number = writer.next_id("docPr")
    title = PurePosixPath(name).name or f"Figure {number}"
    extent = {"cx": str(size[0]), "cy": str(size[1])}
    root = _in("w", "drawing")
    inline = _sub(root, "wp", "inline", distT="0", distB="0", distL="0", distR="0")
    _sub(inline, "wp", "extent", **extent)
    _sub(inline, "wp", "docPr", id=str(number), name=title, descr=description)
    locks = _sub(_sub(inline, "wp", "cNvGraphicFramePr"), "a", "graphicFrameLocks")
    locks.set("noChangeAspect", "1")
    graphic = _sub(_sub(inline, "a", "graphic"), "a", "graphicData", uri=NAMESPACES["pic"])
    picture = _sub(graphic, "pic", "pic")
    named = _sub(picture, "pic", "nvPicPr")
    _sub(named, "pic", "cNvPr", id=str(number), name=title, descr=description)
    _sub(named, "pic", "cNvPicPr")
    fill = _sub(picture, "pic", "blipFill")
    _sub(fill, "a", "blip").set(R + "embed", relation)
    _sub(_sub(fill, "a", "stretch"), "a", "fillRect")
    shape = _sub(picture, "pic", "spPr")
    transform = _sub(shape, "a", "xfrm")
    _sub(transform, "a", "off", x="0", y="0")
    _sub(transform, "a", "ext", **extent)
    _sub(_sub(shape, "a", "prstGeom", prst="rect"), "a", "avLst")
    return root


def _in(prefix: str, tag: str) -> Element:
    return etree.Element(f"{{{NAMESPACES[prefix]}}}{tag}", nsmap=NAMESPACES)


def _sub(parent: Element, prefix: str, tag: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{NAMESPACES[prefix]}}}{tag}", attributes)
