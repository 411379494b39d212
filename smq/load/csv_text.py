"""Reads CSV text into records, each cell with its place; keeps what a writer must keep."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, islice

from smq.i18n import _
from smq.load import text
from smq.load.csv_quotes import Shape, shape_of, takes_in_rows

NOT_TEXT = _("it holds no text")
OPEN_QUOTE = _('the quote " that opens here is not closed')
ROWS_TAKEN_IN = _('the quote " that opens here takes in the rows below it')
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_QUOTED = re.compile(r' *"([^"]*(?:""[^"]*)*)"')
_SEPARATOR_HINT = re.compile(r"sep=(.)(?:\r\n|\n|\r|\Z)")
_ENCODINGS = {None: "utf-8", "UTF-16": "utf-16", "Windows-1252": "cp1252", "Latin-1": "latin-1"}
_DELIMITERS = ";,\t"


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a file.

    Attributes:
        cells: as written, without the quotes around them.
        places: (line, column) of each cell, from 1; column in code points.
        line: where the row begins.
        start, end: of its text in the file, its line end included.
    """

    cells: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    line: int
    start: int
    end: int

    @property
    def empty(self) -> bool:
        """Return whether nothing is written in the row."""
        return not any(cell.strip() for cell in self.cells)


@dataclass(frozen=True, slots=True)
class CsvText:
    """A CSV file.

    Attributes:
        text: without byte-order mark, line ends as they are.
        records: its rows, empty ones included.
        delimiter: between cells.
        newline: of most rows.
        encoding: as Python names it.
        bom: the file begins with a byte-order mark.
        fault: (reason, line, column) of what stops the reading, or None.
    """

    text: str
    records: tuple[Record, ...] = ()
    delimiter: str = ";"
    newline: str = "\r\n"
    encoding: str = "utf-8"
    bom: bool = True
    fault: tuple[str, int, int] | None = None


def read_csv(raw: bytes, header_line: int = 1) -> CsvText:
    """Return the rows of a file; never raises.

    Args:
        raw: the file.
        header_line: row whose signs tell the delimiter.
    """
    decoded = text.decode(raw)
    if decoded is None:
        return CsvText("", fault=(NOT_TEXT, 1, 1))
    content, encoding = decoded.text, _ENCODINGS[decoded.guessed]
    if decoded.newline == "\r\n" or b"\r" in raw:
        content = _undecorated(raw, encoding)
    hint = _SEPARATOR_HINT.match(content)
    delimiter = hint[1] if hint else _delimiter(content, header_line)
    reader = _Reader(content, delimiter, header_line)
    records = tuple(reader.records(hint.end() if hint else 0, 2 if hint else 1))
    newline = decoded.newline if content.strip() else "\r\n"
    return CsvText(content, records, delimiter, newline, encoding, decoded.bom, reader.fault)


def _undecorated(raw: bytes, encoding: str) -> str:
    return raw.decode(encoding, errors="replace").removeprefix("\ufeff")


def _delimiter(content: str, header_line: int) -> str:
    """Return the sign that stands most often, outside quotes, in the header."""
    lines = [match[0] for match in islice(_LINE.finditer(content), header_line)]
    header = re.sub(r'"[^"]*"', "", lines[-1]) if lines else ""
    return max(_DELIMITERS, key=header.count) if any(d in header for d in _DELIMITERS) else ";"


class _Reader:
    def __init__(self, content: str, delimiter: str, header_line: int) -> None:
        self.content = content
        self.delimiter = delimiter
        self.bare = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
        self.fault: tuple[str, int, int] | None = None
        self.header_line = header_line
        self.headings = 0

    def records(self, position: int, line: int) -> Iterator[Record]:
        """Yield the rows up to the first fault."""
        for number, record in enumerate(self._records(position, line), 1):
            if number == self.header_line:
                self.headings = len(record.cells)
            yield record

    def _records(self, position: int, line: int) -> Iterator[Record]:
        content, delimiter = self.content, self.delimiter
        end = len(content)
        while position < end:
            match = _LINE.match(content, position)
            whole = match[0] if match else ""
            if '"' in whole:
                record, position, line = self.quoted(position, line)
                if self.fault:
                    return
                yield record
                continue
            cells = whole.rstrip("\r\n").split(delimiter)
            starts = accumulate((len(cell) + 1 for cell in cells[:-1]), initial=1)
            places = tuple([(line, start) for start in starts])
            yield Record(tuple(cells), places, line, position, position + len(whole))
            position, line = position + len(whole), line + 1

    def quoted(self, start: int, first_line: int) -> tuple[Record, int, int]:
        """Return a record that holds quotes, and where the next begins."""
        content = self.content
        cells: list[str] = []
        places: list[tuple[int, int]] = []
        position, line, line_start = start, first_line, start
        while True:
            places.append((line, position - line_start + 1))
            cell, position = self.cell(position, places[-1], self.shape(cells))
            cells.append(cell)
            breaks = _breaks(content, places[-1], line_start, position)
            line, line_start = line + breaks[0], breaks[1]
            if content[position : position + 1] != self.delimiter:
                break
            position += 1
        ending = _LINE.match(content, position)
        end = ending.end() if ending else position
        return Record(tuple(cells), tuple(places), first_line, start, end), end, line + 1

    def shape(self, cells: list[str]) -> Shape:
        """Return what a row begins like, once its first cells are known."""
        return Shape(self.delimiter, self.headings, shape_of(cells[0]) if cells else "")

    def cell(self, position: int, place: tuple[int, int], row: Shape) -> tuple[str, int]:
        """Return a cell and where it ends; a quote that is closed too late is a fault."""
        match = _QUOTED.match(self.content, position)
        if match:
            # What follows a closing quote belongs to the cell: people type so, Excel reads so.
            rest = self.bare.match(self.content, match.end())
            after = rest[0] if rest else ""
            if self.fault is None and ("\n" in match[1] or "\r" in match[1]):
                line = _LINE.match(self.content, match.end())
                left = line[0] if line else ""
                if takes_in_rows(match[1].splitlines(), left, joined=bool(after), row=row):
                    self.fault = (ROWS_TAKEN_IN, *place)
            return match[1].replace('""', '"') + after, match.end() + len(after)
        bare = self.bare.match(self.content, position)
        written = bare[0] if bare else ""
        if written.lstrip(" ").startswith('"') and self.fault is None:
            self.fault = (OPEN_QUOTE, *place)
        return written, position + len(written)


def _breaks(
    content: str, place: tuple[int, int], line_start: int, position: int
) -> tuple[int, int]:
    """Return how many lines a cell spans beyond its first, and where its last line starts."""
    written = content[line_start + place[1] - 1 : position]
    found = list(re.finditer(r"\r\n|\n|\r", written))
    if not found:
        return 0, line_start
    return len(found), line_start + place[1] - 1 + found[-1].end()


def written_row(cells: list[str] | tuple[str, ...], delimiter: str) -> str:
    """Return a row as smq writes it, without its line end: quotes only where they are needed."""
    return delimiter.join(_quoted(cell, delimiter) for cell in cells)


def _quoted(cell: str, delimiter: str) -> str:
    needed = delimiter in cell or any(sign in cell for sign in '"\r\n') or cell != cell.strip()
    return '"' + cell.replace('"', '""') + '"' if needed else cell
