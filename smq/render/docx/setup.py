"""The page itself: orientation, language, logo, document properties."""

import re
from copy import deepcopy
from datetime import datetime, time

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from lxml import etree

from smq.i18n import _
from smq.render.docx import pictures
from smq.render.docx.oxml import EMU_PER_CM, Element, W, run, twips, w
from smq.render.docx.template import A4, Template, new_part
from smq.render.docx.writer import Writer
from smq.render.page import Page

_LOGO_BOX = (round(3.2 * EMU_PER_CM), round(1.6 * EMU_PER_CM))
_NAMED = re.compile(r"\{\{-?\s*(?:plateforme|sigle)\b")
_WIDTHS = ("gridCol", "tcW", "tblW")
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"


def turn(template: Template) -> None:
    """Lay the pages on their long side, and stretch the template's own tables to the new width."""
    before = template.text_width
    for section in template.document.element.iter(W + "sectPr"):
        size = section.find(W + "pgSz")
        if size is not None:
            wide, high = twips(size, "w", A4[0]), twips(size, "h", A4[1])
            size.set(W + "w", str(max(wide, high)))
            size.set(W + "h", str(min(wide, high)))
            size.set(W + "orient", "landscape")
    after = template.text_width
    for part in template.texts:
        for table in part.element.iter(W + "tbl"):
            _stretch(table, after / before)


def speak(template: Template, language: str) -> None:
    """Set the language of proofing."""
    part = template.styles_part
    if part is None:
        return
    for element in part.element.iterfind(f"{W}docDefaults//{W}lang"):
        element.set(W + "val", "fr-FR" if language == "fr" else "en-GB")


def logo(writer: Writer) -> None:
    """Put the logo in the place of each `{{ logo }}` that stands alone in its paragraph."""
    data = writer.page.logo
    if data is None:
        return
    for part in writer.template.texts:
        said = "".join(t.text or "" for t in part.element.iter(W + "t"))
        for paragraph in list(part.element.iter(W + "p")):
            whole = "".join(t.text or "" for t in paragraph.iter(W + "t"))
            if whole.replace(" ", "") != "{{logo}}":
                continue
            drawing = pictures.drawing(
                writer, data, writer.page.platform, name="logo", part=part, box=_LOGO_BOX
            )
            if drawing is None:
                writer.notice(_("The logo is of a kind that Word does not show; a name stands in."))
                return
            for child in [child for child in paragraph if child.tag != W + "pPr"]:
                paragraph.remove(child)
            if not _NAMED.search(said):
                paragraph.addnext(_name(writer, paragraph))
            paragraph.append(run([drawing]))


def _name(writer: Writer, logo_paragraph: Element) -> Element:
    """Return the platform's name as it stands under a logo: a page tells whose it is."""
    properties = [deepcopy(child) for child in logo_paragraph if child.tag == W + "pPr"]
    name = writer.set_text(writer.page.acronym or writer.page.platform)
    return w("p", *properties, run(name, w("b")))


def describe(template: Template, page: Page) -> None:
    """Write the document properties, dated by the document."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI},
    )
    moment = datetime.combine(page.modified, time()).strftime("%Y-%m-%dT%H:%M:%SZ")
    for tag, value in (
        (f"{{{_DC}}}title", page.title),
        (f"{{{_DC}}}subject", page.type_label),
        (f"{{{_DC}}}creator", page.author or page.platform),
        (f"{{{_CORE}}}keywords", page.code),
        (f"{{{_CORE}}}lastModifiedBy", page.author or page.platform),
        (f"{{{_CORE}}}revision", "1"),
        (f"{{{_TERMS}}}created", moment),
        (f"{{{_TERMS}}}modified", moment),
        (f"{{{_DC}}}language", page.language),
        (f"{{{_CORE}}}version", page.version_label),
        (f"{{{_CORE}}}contentStatus", page.status_label),
    ):
        element = etree.SubElement(root, tag)
        element.text = value
        if tag.startswith(f"{{{_TERMS}}}"):
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    name, kind = "/docProps/core.xml", CT.OPC_CORE_PROPERTIES
    part = new_part(template.package, name, kind, root)
    template.package.relate_to(part, RT.CORE_PROPERTIES)


def _stretch(table: Element, ratio: float) -> None:
    for element in table.iter(*(W + name for name in _WIDTHS)):
        if (
            element.get(W + "type", "dxa") == "dxa"
            and (width := element.get(W + "w", "")).isdigit()
        ):
            element.set(W + "w", str(round(int(width) * ratio)))
