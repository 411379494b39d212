"""Tells a cell of several lines from a quote that was left open and takes in the rows below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_SURE = 4
"""Separators from which a line is a row whatever it begins with: a sentence has fewer."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a row of a table looks like.

    Attributes:
        delimiter: between cells.
        headings: how many there are, 0 when they are not known yet.
        first: shape of the first cell of the row that is read, empty when it is none.
    """

    delimiter: str
    headings: int
    first: str

    def begins(self, line: str) -> bool:
        """Return whether a line begins with an identifier made like that of the row."""
        first, delimiter, _rest = line.partition(self.delimiter)
        return bool(delimiter and self.first) and shape_of(first) == self.first

    def holds(self, line: str) -> bool:
        """Return whether a line is a whole row; in a sentence, a space follows the sign."""
        needed = self.headings - 1
        if needed < 1 or line.count(self.delimiter) < needed:
            return False
        sign = re.escape(self.delimiter)
        tight = len(re.findall(rf"(?<! ){sign}(?! )", line))
        return self.begins(line) or (needed >= _SURE and tight >= needed)


def shape_of(cell: str) -> str:
    """Return how an identifier is made (`A-0-0` for `DEM-2027-0001`), empty without a figure."""
    said = cell.strip().strip('"')
    shape = _LETTERS.sub("A", _DIGITS.sub("0", said))
    return shape if "0" in shape else ""


def takes_in_rows(lines: Sequence[str], left: str, *, joined: bool, row: Shape) -> bool:
    """Return whether a cell of several lines holds rows of its table.

    A quote left open is closed by the next one, which opens a cell some rows below: the text of
    that cell then follows the closing quote, and its own closing quote is left alone.

    Args:
        lines: of the cell.
        left: what stands after its closing quote on the same line.
        joined: text follows the closing quote at once.
        row: what a row of the table looks like.
    """
    if any(row.holds(line) for line in lines[1:]):
        return True
    return joined and (left.count('"') % 2 == 1 or row.begins(lines[-1]))
