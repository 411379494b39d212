"""Reads the pictures that tests look at."""

import struct
import xml.etree.ElementTree as ET
import zlib

Box = tuple[float, float, float, float]
_SVG = "{http://www.w3.org/2000/svg}"


def lines_of(svg: str) -> list[str]:
    """Return each line of text drawn, in order."""
    return [found.text or "" for found in ET.fromstring(svg).iter(f"{_SVG}text")]


def words_of(svg: str) -> str:
    """Return all text drawn, lines joined by spaces, no-break spaces made plain."""
    return " ".join(lines_of(svg)).replace("\u00a0", " ")


def description_of(svg: str) -> tuple[str, str]:
    """Return what a reader who does not see the picture is told: title and description."""
    root = ET.fromstring(svg)
    return root.findtext(f"{_SVG}title") or "", root.findtext(f"{_SVG}desc") or ""


def boxes_of(svg: str) -> list[Box]:
    """Return left, top, right and bottom of each rectangle, in order."""
    return [_box(found) for found in ET.fromstring(svg).iter(f"{_SVG}rect")]


def cards_of(svg: str) -> dict[str, tuple[Box, list[tuple[float, float, str]]]]:
    """Return what stands for each process or document, by its tooltip.

    The value is its box and the left edge or middle, baseline and words of each line in it.
    """
    cards = {}
    for group in ET.fromstring(svg).iter(f"{_SVG}g"):
        title, box = group.findtext(f"{_SVG}title"), group.find(f"{_SVG}rect")
        if title is not None and box is not None:
            lines = [
                (float(line.get("x") or 0), float(line.get("y") or 0), line.text or "")
                for line in group.iter(f"{_SVG}text")
            ]
            cards[title] = _box(box), lines
    return cards


def _box(found: ET.Element) -> Box:
    x, y, width, height = (float(found.get(name) or 0) for name in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def attributes_of(svg: str, tag: str) -> list[dict[str, str]]:
    """Return the attributes of each element of that name, in order."""
    return [dict(found.attrib) for found in ET.fromstring(svg).iter(f"{_SVG}{tag}")]


def ink(png: bytes, area: Box | None = None) -> int:
    """Return how many pixels are darker than mid-grey, in all of it or strictly in a box."""
    width, height, channels, pixels = _decoded(png)
    left, top, right, bottom = area or (-1, -1, width, height)
    return sum(
        sum(pixels[at : at + 3]) < 384
        for y in range(int(top) + 1, int(bottom))
        for x in range(int(left) + 1, int(right))
        for at in [(y * width + x) * channels]
    )


def size_of(png: bytes) -> tuple[int, int]:
    """Return width and height."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def _decoded(png: bytes) -> tuple[int, int, int, bytearray]:
    """Return width, height, channels and pixels of a PNG of 8 bits without interlacing."""
    data, at = b"", 8
    while at < len(png):
        length, kind = struct.unpack(">I4s", png[at : at + 8])
        if kind == b"IDAT":
            data += png[at + 8 : at + 8 + length]
        at += 12 + length
    width, height = size_of(png)
    channels = {2: 3, 6: 4}[png[25]]
    raw, pixels = zlib.decompress(data), bytearray()
    stride = width * channels
    previous = bytearray(stride)
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(raw[start + 1 : start + 1 + stride])
        _unfilter(raw[start], line, previous, channels)
        pixels += line
        previous = line
    return width, height, channels, pixels


def _unfilter(kind: int, line: bytearray, above: bytearray, step: int) -> None:
    for i in range(len(line)):
        left = line[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        guess = (0, left, above[i], (left + above[i]) // 2, _paeth(left, above[i], corner))[kind]
        line[i] = (line[i] + guess) & 255


def _paeth(left: int, above: int, corner: int) -> int:
    guess = left + above - corner
    return min((left, above, corner), key=lambda one: abs(guess - one))
