"""Widths of text in the bundled fonts, read from the fonts themselves."""

import struct
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from smq import resources

FAMILY = "DejaVu Sans"
_UNKNOWN_ADVANCE = 1.0


def files() -> tuple[Path, Path]:
    """Return the bundled font files, regular then bold."""
    folder = resources.templates() / "fonts"
    return folder / "DejaVuSans.ttf", folder / "DejaVuSans-Bold.ttf"


@dataclass(frozen=True)
class Font:
    """The advances of a TrueType font.

    Attributes:
        starts: first character of each run of the character map.
        runs: (last character, glyph of the first) of each run.
        advances: width of each glyph, in em; the last one stands for all that follow.
    """

    starts: tuple[int, ...]
    runs: tuple[tuple[int, int], ...]
    advances: tuple[float, ...]

    def width(self, text: str, size: float) -> float:
        """Return the width of a line of text at a size."""
        return size * sum(self._advance(ord(character)) for character in text)

    def _advance(self, character: int) -> float:
        position = bisect_right(self.starts, character) - 1
        if position < 0 or character > self.runs[position][0]:
            return _UNKNOWN_ADVANCE
        glyph = self.runs[position][1] + character - self.starts[position]
        return self.advances[min(glyph, len(self.advances) - 1)]


@lru_cache(maxsize=2)
def bundled(*, bold: bool = False) -> Font:
    """Return the bundled font, regular or bold."""
    data = files()[bold].read_bytes()
    tables = _tables(data)
    starts, runs = _characters(data, tables["cmap"])
    return Font(starts, runs, _advances(data, tables))


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sIII", data, 12 + 16 * n) for n in range(count))
    return {tag.decode("ascii"): offset for tag, _checksum, offset, _length in records}


def _characters(data: bytes, cmap: int) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """Return the runs of the full Unicode map: a format 12 table under platform 3, encoding 10."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for number in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * number)
        if (platform, encoding) == (3, 10):
            (groups,) = struct.unpack_from(">I", data, cmap + offset + 12)
            read = struct.iter_unpack(
                ">III", data[cmap + offset + 16 : cmap + offset + 16 + 12 * groups]
            )
            found = [(first, last, glyph) for first, last, glyph in read]
            return tuple(f for f, _, _ in found), tuple((last, glyph) for _, last, glyph in found)
    raise AssertionError("BUG: the bundled font has no full Unicode map")


def _advances(data: bytes, tables: dict[str, int]) -> tuple[float, ...]:
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (count,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    metrics = struct.iter_unpack(">Hh", data[tables["hmtx"] : tables["hmtx"] + 4 * count])
    return tuple(advance / units for advance, _bearing in metrics)
