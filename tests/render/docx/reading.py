"""Reads rendered Word files: words, a readable dump, faults that validators do not see."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WORD = re.compile(r"\w+")


def parts(docx: bytes) -> dict[str, bytes]:
    """Return the entries of the archive."""
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root(docx: bytes, name: str = "document") -> etree._Element:
    """Return the root of `word/NAME.xml`."""
    return etree.fromstring(parts(docx)[f"word/{name}.xml"])


def said(element: etree._Element) -> str:
    """Return the text under an element, with descriptions of pictures where they stand."""
    pieces = []
    for node in element.iter():
        if node.tag == W + "t":
            pieces.append(node.text or "")
        elif node.tag in (W + "br", W + "tab", W + "fldChar"):
            pieces.append(" ")
        elif node.tag == _WP + "docPr":
            pieces.append(f" {node.get('descr')} ")
    return "".join(pieces)


def paragraphs(docx: bytes, name: str = "document") -> list[str]:
    """Return the text of each paragraph."""
    return [said(p) for p in root(docx, name).iter(W + "p")]


def words(docx: bytes) -> list[str]:
    """Return the words of the text, then those of its footnotes, in order."""
    names = ["document", *(["footnotes"] if "word/footnotes.xml" in parts(docx) else [])]
    return [word for n in names for p in paragraphs(docx, n) for word in _WORD.findall(p)]


def words_of_markdown(markdown: str) -> list[str]:
    """Return the words that a reader of the Markdown sees, then those of its notes, in order."""
    notes = re.findall(r"^\[\^\w+\]: (.*(?:\n+ {4}.*)*)", markdown, re.MULTILINE)
    markdown = re.sub(r"^\[\^\w+\]: .*(?:\n+ {4}.*)*", "", markdown, flags=re.MULTILINE)
    return _seen(markdown) + [word for note in notes for word in _seen(note)]


def _seen(markdown: str) -> list[str]:
    for pattern, kept in (
        (r"<!--.*?-->", ""),
        (r"<(https?://[^>]*)>", r"\1"),
        (r"<br>", " "),
        (r"</?[a-z][^>]*>", ""),
        (r"&\w+;", " "),
        (r"\]\([^)]*\)", "]"),
        (r"\[\^\w+\]", ""),
        (r"\[\[[^\]|]*\|", "[["),
        (r"^```\w*$", ""),
        (r"^[\s>]*\d+[.)] ", ""),
        (r"^([\s>]*[-*] )\[[ x]\] ", r"\1"),
    ):
        markdown = re.sub(pattern, kept, markdown, flags=re.MULTILINE | re.DOTALL)
    return _WORD.findall(markdown.replace("**", "").replace("~~", ""))


def dump(docx: bytes) -> str:
    """Return a readable picture of the text: style | text, a table row on one line."""
    styles = {
        style.get(W + "styleId"): style.find(W + "name").get(W + "val")  # type: ignore[union-attr]
        for style in root(docx, "styles").iter(W + "style")
    }
    body = root(docx).find(W + "body")
    assert body is not None
    lines = list(_dumped(body, styles))
    if "word/footnotes.xml" in parts(docx):
        lines += ["", *_dumped(root(docx, "footnotes"), styles)]
    return "\n".join(lines) + "\n"


def _dumped(parent: etree._Element, styles: dict[str | None, str | None]) -> Iterator[str]:
    for element in parent:
        if element.tag == W + "p":
            style = element.find(f"{W}pPr/{W}pStyle")
            name = styles.get(style.get(W + "val")) if style is not None else "-"
            number = element.find(f"{W}pPr/{W}numPr/{W}ilvl")
            level = "" if number is None else f" ({number.get(W + 'val')})"
            yield f"{name}{level} | {said(element)}"
        elif element.tag == W + "tbl":
            for row in element.findall(W + "tr"):
                yield "[ " + " | ".join(_cell(cell) for cell in row.findall(W + "tc")) + " ]"
        else:
            yield from _dumped(element, styles)


def _cell(cell: etree._Element) -> str:
    return " / ".join(said(p) for p in cell.findall(W + "p"))


def faults(docx: bytes) -> list[str]:
    """Return what no validator reports: doubled identifiers, open fields, dead anchors."""
    roots = {n: etree.fromstring(c) for n, c in parts(docx).items() if n.endswith(".xml")}
    nodes = [node for r in roots.values() for node in r.iter(etree.Element)]
    found = []
    starts = [n for n in nodes if n.tag == W + "bookmarkStart"]
    names = [n.get(W + "name") for n in starts]
    ends = Counter(n.get(W + "id") for n in nodes if n.tag == W + "bookmarkEnd")
    for what, values in (
        ("control", [n.get(W + "val") for n in nodes if n.tag == W + "id"]),
        ("bookmark", names),
        ("bookmark id", [n.get(W + "id") for n in starts]),
        ("docPr", [n.get("id") for n in nodes if n.tag == _WP + "docPr"]),
    ):
        found += [f"{what} {value} twice" for value, n in Counter(values).items() if n > 1]
    if ends != Counter(n.get(W + "id") for n in starts):
        found.append("a bookmark is not closed")
    anchors = {n.get(W + "anchor") for n in nodes if n.tag == W + "hyperlink"} - {None}
    found += [f"anchor {anchor} leads nowhere" for anchor in sorted(anchors - set(names), key=str)]
    for name, part in roots.items():
        kinds = Counter(n.get(W + "fldCharType") for n in part.iter(W + "fldChar"))
        if kinds["begin"] != kinds["end"]:
            found.append(f"a field is not closed in {name}")
        if re.search(r"\{\{|\[\[", said(part)):
            found.append(f"a field or a marker is left in {name}")
    found += [
        "a cell without a paragraph" for n in nodes if n.tag == W + "tc" and n[-1].tag != W + "p"
    ]
    return found
