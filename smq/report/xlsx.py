"""Tables as XLSX, with the same bytes each time; the only module with openpyxl."""

import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as WrittenCell
    from openpyxl.cell.cell import MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDEST = 60
_DAY = "dd/mm/yyyy"
_FIRST_YEAR = 1901
"""Before it, Excel counts days otherwise, or not at all."""
_LARGEST = 10**15
"""From it on, Excel rounds."""
_FORBIDDEN = re.compile(r"[\000-\010\013\014\016-\037]")


Cell = str | date | Decimal | int
"""What a cell holds: a text is never a number nor a formula, `0012` keeps its zeros."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook.

    Attributes:
        title: its name, cut at what Excel accepts.
        header: titles of the columns.
        rows: cells.
        above: a sentence in a row of its own above the header.
    """

    title: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    above: str | None = None


def table(title: str, header: Sequence[str], rows: Sequence[Sequence[Cell]], day: date) -> bytes:
    """Return a workbook of one sheet; see `Sheet` and `book`."""
    return book((Sheet(title, header, rows),), day)


def book(sheets: Sequence[Sheet], day: date) -> bytes:
    """Return a workbook: on each sheet a bold header that stays in view, a filter, the cells.

    Args:
        sheets: in order.
        day: date of the workbook's properties.
    """
    from openpyxl import Workbook

    made = Workbook()
    if made.active is not None:
        made.remove(made.active)
    for sheet in sheets:
        title = re.sub(r"[\[\]:*?/\\]", " ", sheet.title)[:31]
        _fill(made.create_sheet(title), sheet)
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # Excel knows no time zone
    made.properties.created = made.properties.modified = moment
    stream = BytesIO()
    made.save(stream)
    return _same_bytes(stream.getvalue(), moment)


def _fill(cells: "Worksheet", sheet: Sheet) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    top = 1 if sheet.above is None else 2
    if sheet.above is not None:
        cells.cell(1, 1, _FORBIDDEN.sub("", sheet.above)).font = Font(italic=True)
        cells["A1"].data_type = "s"
    for column, text in enumerate(sheet.header, 1):
        cell = cells.cell(top, column, text)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F3864")
    formats = [_format(column) for column in zip(*sheet.rows, strict=True)]
    for number, row in enumerate(sheet.rows, top + 1):
        for column, said in enumerate(row, 1):
            _write(cells.cell(number, column), said, formats[column - 1])
            cells.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    for column, text in enumerate(sheet.header, 1):
        longest = max([len(text), *(_width(row[column - 1]) for row in sheet.rows)])
        cells.column_dimensions[get_column_letter(column)].width = min(longest, _WIDEST) + 3
    cells.freeze_panes = f"A{top + 1}"
    last = get_column_letter(len(sheet.header))
    cells.auto_filter.ref = f"A{top}:{last}{len(sheet.rows) + top}"


def _write(cell: "WrittenCell | MergedCell", said: Cell, shown: str) -> None:
    """Write a date as a date and a number as a number; a text stays one whatever it looks like."""
    if isinstance(said, date) and said.year >= _FIRST_YEAR:
        cell.value = said
        cell.number_format = _DAY
    elif isinstance(said, (Decimal, int)) and -_LARGEST < said < _LARGEST:
        cell.value = said
        cell.number_format = shown if isinstance(said, Decimal) else "0"
    elif said != "":
        cell.value = _FORBIDDEN.sub("", str(said))
        cell.data_type = "s"


def _format(column: Iterable[Cell]) -> str:
    """Return how the numbers of a column are shown: all with the decimals that one of them has.

    Excel writes the signs of the reader's language in the place of these.
    """
    found = [said.as_tuple().exponent for said in column if isinstance(said, Decimal)]
    decimals = max((-power for power in found if isinstance(power, int)), default=0)
    return "#,##0" + ("." + "0" * decimals if decimals > 0 else "")


def _width(said: Cell) -> int:
    return len(_DAY) if isinstance(said, date) else len(str(said))


def _same_bytes(content: bytes, moment: datetime) -> bytes:
    """Return the archive with sorted entries of a fixed date, and the date of saving put right."""
    stream = BytesIO()
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in sorted(source.namelist()):
            raw = source.read(name)
            if name == "docProps/core.xml":
                raw = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, raw)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            target.writestr(entry, raw, compresslevel=6)
    return stream.getvalue()
