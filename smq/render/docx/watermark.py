"""The word across the page of a document that is not in force."""

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from smq.render.docx.oxml import Element, R, W, paragraph, run, w
from smq.render.docx.template import Template, new_part

_V = "urn:schemas-microsoft-com:vml"
_O = "urn:schemas-microsoft-com:office:office"
_DIAGONAL_PT = 500
_TALLEST_PT = 120
_LETTER = 0.62
"""Width of a letter over its height."""
_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)


def stamp(template: Template, word: str) -> None:
    """Draw the word behind the text of every kind of page."""
    if not template.headers:
        _add_header(template)
    for number, part in enumerate(template.headers, start=1):
        paragraphs = part.element.findall(W + "p")
        if not paragraphs:
            part.element.append(w("p"))
            paragraphs = part.element.findall(W + "p")
        paragraphs[-1].append(_picture(word, number))


def _add_header(template: Template) -> None:
    root = w("hdr", paragraph(None))
    part = new_part(template.package, "/word/header_smq.xml", CT.WML_HEADER, root)
    relation = template.document.relate_to(part, RT.HEADER)
    for section in template.document.element.iter(W + "sectPr"):
        reference = w("headerReference", type="default")
        reference.set(R + "id", relation)
        section.insert(0, reference)
    del template.headers


def _picture(word: str, number: int) -> Element:
    height = min(_TALLEST_PT, _DIAGONAL_PT / (_LETTER * max(len(word), 1)))
    width = height * _LETTER * len(word)
    picture = etree.SubElement(w("r"), W + "pict", nsmap={"v": _V, "o": _O})
    _shape_type(picture)
    style = (
        "position:absolute;margin-left:0;margin-top:0;"
        f"width:{width:.1f}pt;height:{height:.1f}pt;rotation:315;z-index:-251658752;"
        "mso-position-horizontal:center;mso-position-horizontal-relative:margin;"
        "mso-position-vertical:center;mso-position-vertical-relative:margin"
    )
    shape = _sub(
        picture,
        "shape",
        id=f"PowerPlusWaterMarkObject{number}",
        type="#_x0000_t136",
        style=style,
        fillcolor="#c8c8c8",
        stroked="f",
    )
    shape.set(f"{{{_O}}}spid", f"_x0000_s{2048 + number}")
    shape.set(f"{{{_O}}}allowincell", "f")
    _sub(shape, "fill", opacity=".5")
    _sub(shape, "textpath", style='font-family:"Arial";font-size:1pt', string=word)
    return run([picture], w("noProof"))


def _shape_type(picture: Element) -> None:
    """Declare the shape of a text along a line, as Word itself writes it."""
    kind = _sub(
        picture,
        "shapetype",
        id="_x0000_t136",
        coordsize="21600,21600",
        adj="10800",
        path="m@7,l@8,m@5,21600l@6,21600e",
    )
    kind.set(f"{{{_O}}}spt", "136")
    formulas = _sub(kind, "formulas")
    for formula in _FORMULAS:
        _sub(formulas, "f", eqn=formula)
    path = _sub(kind, "path", textpathok="t")
    path.set(f"{{{_O}}}connecttype", "custom")
    path.set(f"{{{_O}}}connectlocs", "@9,0;@10,10800;@11,21600;@12,10800")
    path.set(f"{{{_O}}}connectangles", "270,180,90,0")
    _sub(kind, "textpath", on="t", fitshape="t")
    handles = _sub(kind, "handles")
    _sub(handles, "h", position="#0,bottomRight", xrange="6629,14971")
    lock = etree.SubElement(kind, f"{{{_O}}}lock")
    lock.set(f"{{{_V}}}ext", "edit")
    lock.set("text", "t")
    lock.set("shapetype", "t")


def _sub(parent: Element, tag: str, **attributes: str) -> Element:
    return etree.SubElement(parent, f"{{{_V}}}{tag}", attributes)
