"""An opened Word template: its parts, its styles, what must be mended before writing in it."""

import io
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, cast
from zipfile import BadZipFile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package
from lxml import etree

from smq.errors import SmqError
from smq.i18n import _
from smq.render.docx import archive, package
from smq.render.docx.names import FALLBACKS
from smq.render.docx.oxml import MC, NAMESPACES, TWIPS_PER_CM, Element, W, twips, w

A4 = (11906, 16838)
"""Width and height of a page that does not say its own, in twips."""
_MARGIN = 2 * TWIPS_PER_CM
_MACROS = b"vnd.ms-office.vbaProject"
_DOTX = b"wordprocessingml.template.main+xml"
# python-docx opens a damaged archive as far as it goes, then stumbles.
_DAMAGED = (
    AttributeError,
    BadZipFile,
    KeyError,
    PackageNotFoundError,
    ValueError,
    etree.LxmlError,
)
_PROMPTS = ("updateFields", "attachedTemplate", "mailMerge")
_UNWANTED = ("core-properties", "thumbnail", "stylesWithEffects", "attachedTemplate")


@dataclass
class Template:
    """A template ready to be written in; made by `open_template`."""

    package: Package
    document: XmlPart
    missing_styles: dict[str, None] = field(default_factory=dict)
    _chosen: dict[str, str | None] = field(default_factory=dict)

    @property
    def body(self) -> Element:
        """Return `w:body`."""
        found = root_of(self.document).find(W + "body")
        if found is None:
            raise archive.not_word()
        return found

    @cached_property
    def headers(self) -> tuple[XmlPart, ...]:
        """Return the header parts, of every kind, in the order of the relations."""
        return self._related(RT.HEADER)

    @cached_property
    def footers(self) -> tuple[XmlPart, ...]:
        """Return the footer parts."""
        return self._related(RT.FOOTER)

    @property
    def texts(self) -> tuple[XmlPart, ...]:
        """Return the parts that may hold fields."""
        return (self.document, *self.headers, *self.footers)

    @cached_property
    def styles_part(self) -> XmlPart | None:
        """Return the part of styles."""
        return next(iter(self._related(RT.STYLES)), None)

    @cached_property
    def settings(self) -> Element | None:
        """Return the root of the settings."""
        part = next(iter(self._related(RT.SETTINGS)), None)
        return None if part is None else root_of(part)

    @cached_property
    def styles(self) -> dict[str, str]:
        """Return folded style name → identifier; Word and LibreOffice differ in case."""
        if self.styles_part is None:
            return {}
        return {
            _folded(name.get(W + "val", "")): style.get(W + "styleId", "")
            for style in self.styles_part.element.iter(W + "style")
            if (name := style.find(W + "name")) is not None
        }

    def style(self, name: str) -> str | None:
        """Return the identifier of the style, or of its stand-in; None is Word's default."""
        if name not in self._chosen:
            found = self.styles.get(_folded(name))
            if found is None:
                self.missing_styles[str(name)] = None
                others = (self.styles.get(_folded(other)) for other in FALLBACKS.get(name, ()))
                found = next((other for other in others if other), None)
            self._chosen[name] = found
        return self._chosen[name]

    @property
    def section(self) -> Element:
        """Return the properties of the last section, made when there are none."""
        found = self.body.find(W + "sectPr")
        if found is None:
            found = w("sectPr")
            self.body.append(found)
        return found

    @property
    def text_width(self) -> int:
        """Return the width between the margins, in twips."""
        size, margin = self.section.find(W + "pgSz"), self.section.find(W + "pgMar")
        if size is None or margin is None:
            return 17 * TWIPS_PER_CM
        sides = twips(margin, "left", _MARGIN) + twips(margin, "right", _MARGIN)
        return twips(size, "w", A4[0]) - sides

    @cached_property
    def table_indent(self) -> int:
        """Return where a table starts so that its border stands on the margin.

        Before compatibility mode 15 Word hangs the cell's inner margin out of the text.
        """
        if self.settings is not None:
            for setting in self.settings.iter(W + "compatSetting"):
                if setting.get(W + "name") == "compatibilityMode":
                    return 0 if int(setting.get(W + "val", "0")) >= 15 else 108
        return 108

    def add_part(self, name: str, content_type: str, relation: str, root: Element) -> XmlPart:
        """Return a new part related to the document."""
        part = new_part(self.package, name, content_type, root)
        self.document.relate_to(part, relation)
        return part

    def _related(self, relation: str) -> tuple[XmlPart, ...]:
        found = []
        for rel in self.document.rels.values():
            if rel.reltype == relation and not rel.is_external:
                found.append(as_xml(rel.target_part))
        return tuple(part for part in found if part is not None)


def open_template(data: bytes) -> Template:
    """Return the template, mended, for one document to be written in.

    Raises:
        SmqError: it is no Word file, holds macros, or is not safe to read.
    """
    opened = package.copied(_opened(data))
    return Template(opened, opened.main_document_part)


@lru_cache(maxsize=2)
def _opened(data: bytes) -> Package:
    """Return the package of a template, mended; one template serves hundreds of documents."""
    entries = archive.read(data)
    types = entries.get("[Content_Types].xml", b"")
    if _MACROS in types:
        raise SmqError(
            _("The Word template holds macros; it is not used."),
            _("Save it as .docx: Word then leaves the macros out."),
        )
    if _DOTX in types:
        entries["[Content_Types].xml"] = types.replace(_DOTX, b"wordprocessingml.document.main+xml")
        data = archive.write(entries)
    try:
        opened = Package.open(io.BytesIO(data))
        document = opened.main_document_part
    except _DAMAGED as error:
        raise archive.not_word() from error
    if document.content_type != CT.WML_DOCUMENT_MAIN or not isinstance(document, XmlPart):
        raise archive.not_word()
    template = Template(opened, document)
    _drop_unwanted(template)
    for part in (document, *template.headers):
        _declare_namespaces(part)
    return opened


def new_part(package: Package, name: str, content_type: str, root: Element) -> XmlPart:
    """Return a part with that root; python-docx types it as one of its own classes for nothing."""
    return XmlPart(PackURI(name), content_type, cast(Any, root), package)


def root_of(part: XmlPart) -> Element:
    """Return the root of a part."""
    return cast(Element, part.element)


def as_xml(part: Part) -> XmlPart | None:
    """Return the part when it holds XML."""
    return part if isinstance(part, XmlPart) else None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _drop_unwanted(template: Template) -> None:
    """Leave out what prompts at opening, what Word made for itself, and old properties."""
    rels = [template.package.rels, template.document.rels]
    rels += [
        rel.target_part.rels
        for rel in template.document.rels.values()
        if rel.reltype == RT.SETTINGS and not rel.is_external
    ]
    for relations in rels:
        for key in [k for k, rel in relations.items() if rel.reltype.endswith(_UNWANTED)]:
            del relations[key]
    if template.settings is None:
        return
    for name in _PROMPTS:
        for element in template.settings.findall(W + name):
            template.settings.remove(element)
    for zoom in template.settings.findall(W + "zoom"):
        zoom.set(W + "percent", zoom.get(W + "percent", "100"))


def _declare_namespaces(part: XmlPart) -> None:
    """Declare at the root the prefixes used below, and which of them an old Word may ignore."""
    root = root_of(part)
    known = {key: uri for key, uri in root.nsmap.items() if key}
    lacking = {p: uri for p, uri in NAMESPACES.items() if uri not in root.nsmap.values()}
    ignorable = root.get(MC + "Ignorable", "").split()
    if lacking:
        new = etree.Element(root.tag, nsmap={**known, **lacking})
        for name, value in root.attrib.items():
            new.set(name, value)
        new.extend(list(root))
        part._element = cast(Any, new)  # python-docx has no other way to change the root of a part
        root = new
    if "w14" not in ignorable and root.nsmap.get("w14") == NAMESPACES["w14"]:
        root.set(MC + "Ignorable", " ".join([*ignorable, "w14"]))
