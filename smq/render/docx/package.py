"""A python-docx package → the entries of its archive, or a copy of it to write in."""

from copy import deepcopy

from docx.opc.part import Part, XmlPart
from docx.opc.rel import Relationships
from docx.package import Package
from docx.parts.image import ImagePart
from lxml import etree


def copied(package: Package) -> Package:
    """Return a package that can be changed without changing this one."""
    made = Package()
    twins = {part: _twin(part, made) for part in package.iter_parts()}
    _relate(made.rels, package.rels, twins)
    for part, twin in twins.items():
        _relate(twin.rels, part.rels, twins)
        if isinstance(twin, ImagePart):
            made.image_parts.append(twin)
    return made


def entries(package: Package) -> dict[str, bytes]:
    """Return archive name → bytes of all that the package relates to, with its lists of kinds."""
    parts = sorted(package.iter_parts(), key=lambda part: part.partname)
    found = {part.partname.membername: part.blob for part in parts}
    for part in parts:
        if part.rels:
            found[part.partname.rels_uri.membername] = part.rels.xml
    found["_rels/.rels"] = package.rels.xml
    found["[Content_Types].xml"] = _content_types(parts)
    return {name: _bytes(content) for name, content in found.items()}


def _twin(part: Part, package: Package) -> Part:
    if isinstance(part, XmlPart):
        return type(part)(part.partname, part.content_type, deepcopy(part.element), package)
    made: Part = type(part).load(part.partname, part.content_type, part.blob, package)
    return made


def _relate(made: Relationships, rels: Relationships, twins: dict[Part, Part]) -> None:
    for key, rel in rels.items():
        target = rel.target_ref if rel.is_external else twins[rel.target_part]
        made.add_relationship(rel.reltype, target, key, rel.is_external)


def _bytes(content: bytes | str) -> bytes:
    return content if isinstance(content, bytes) else content.encode()


def _content_types(parts: list[Part]) -> bytes:
    """Return the list of kinds: pictures by their extension, everything else by name."""
    space = "http://schemas.openxmlformats.org/package/2006/content-types"
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
    }
    overrides = {}
    for part in parts:
        if part.content_type.startswith("image/"):
            defaults[part.partname.ext] = part.content_type
        else:
            overrides[str(part.partname)] = part.content_type
    root = etree.fromstring(f'<Types xmlns="{space}"/>')
    for extension, kind in sorted(defaults.items()):
        etree.SubElement(root, f"{{{space}}}Default", Extension=extension, ContentType=kind)
    for name, kind in sorted(overrides.items()):
        etree.SubElement(root, f"{{{space}}}Override", PartName=name, ContentType=kind)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
