"""A place in a file."""

import re
from dataclasses import dataclass, field

_PLAIN_NAME = re.compile(r"[^\W\d]\w*")


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A file, and where in it.

    Attributes:
        path: POSIX path relative to the platform's root.
        line: from 1, or None for the whole file.
        column: from 1, in code points, or None for the whole line.
        sheet: of a workbook, whose line and column are those of a cell; None elsewhere.
    """

    path: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = field(default=None, compare=False)

    def __str__(self) -> str:
        """Return `path:line:column`, without the parts that are unknown; in a workbook, its cell.

        A cell is named as spreadsheets do: `Prestations.xlsx, Suivi!C4`.
        """
        if self.sheet is not None and self.line is not None:
            plain = _PLAIN_NAME.fullmatch(self.sheet)
            named = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
            return f"{self.path}, {named}!{column_letters(self.column or 1)}{self.line}"
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)


def column_letters(column: int) -> str:
    """Return how a spreadsheet names a column, from 1: A, Z, AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
