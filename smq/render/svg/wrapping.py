"""Cuts text into lines that fit a width; pure."""

import re

from smq.render.svg.font import Font

# A no-break space is no place to cut: « Objet : » stays whole.
_SPACES = re.compile(r"[ \t\r\n]+")
_BREAKS = re.compile(r"(?<=[-/_.,–—])")


def wrap(text: str, width: float, font: Font, size: float) -> tuple[str, ...]:
    """Return the text in lines no wider than `width`; a word that is wider is cut."""
    lines: list[str] = []
    for word in _SPACES.split(text.strip()):
        joined = f"{lines[-1]} {word}" if lines else word
        if font.width(joined, size) <= width:
            lines[-1:] = [joined]
        else:
            lines.extend(_cut(word, width, font, size))
    return tuple(line for line in lines if line)


def balanced(text: str, width: float, font: Font, size: float) -> tuple[str, ...]:
    """Return the text in as few lines as `wrap`, of lengths as even as can be."""
    lines = wrap(text, width, font, size)
    narrow, wide = width / max(len(lines), 1), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = wrap(text, middle, font, size)
        # A narrower line must not cut a word that fits the full width.
        if len(tried) <= len(lines) and _words(tried) == _words(lines):
            lines, wide = tried, middle
        else:
            narrow = middle
    return lines


def shortened(
    lines: tuple[str, ...], most: int, width: float, font: Font, size: float
) -> tuple[str, ...]:
    """Return at most `most` lines, an ellipsis at the end of what was cut."""
    kept = list(lines[:most])
    if len(lines) > most:
        last = kept[-1]
        while last and font.width(f"{last}…", size) > width:
            last = last[:-1]
        kept[-1] = f"{last.rstrip(' ,;:')}…"
    return tuple(kept)


def _cut(word: str, width: float, font: Font, size: float) -> list[str]:
    pieces: list[str] = []
    for part in _BREAKS.split(word):
        if pieces and font.width(pieces[-1] + part, size) <= width:
            pieces[-1] += part
            continue
        pieces.append("")
        for character in part:
            if pieces[-1] and font.width(pieces[-1] + character, size) > width:
                pieces.append("")
            pieces[-1] += character
    return pieces


def _words(lines: tuple[str, ...]) -> list[str]:
    return " ".join(lines).split(" ")
