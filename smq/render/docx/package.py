"""A python-docx package → the entries of its archive."""

from docx.opc.part import Part
from docx.package import Package
from lxml import etree


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
