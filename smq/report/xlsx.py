"""Tables as XLSX, with the same bytes each time; the only module with openpyxl."""

import re
import zipfile
from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

_EPOCH = (1980, 1, 1, 0, 0, 0)
_WIDEST = 60
_FORBIDDEN = re.compile(r"[\000-\010\013\014\016-\037]")


def table(
    title: str,
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    day: date,
    above: str | None = None,
) -> bytes:
    """Return a workbook of one sheet: bold header that stays in view, filter, text cells.

    Args:
        title: name of the sheet, cut at what Excel accepts.
        header: titles of the columns.
        rows: cells; each is written as text, never as a formula.
        day: date of the workbook's properties.
        above: a sentence in a row of its own above the header.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    book = Workbook()
    sheet = book.active
    if sheet is None:
        raise AssertionError("BUG: a new workbook has no sheet")
    sheet.title = re.sub(r"[\[\]:*?/\\]", " ", title)[:31]
    top = 1 if above is None else 2
    if above is not None:
        sheet.cell(1, 1, _FORBIDDEN.sub("", above)).font = Font(italic=True)
        sheet["A1"].data_type = "s"
    for column, text in enumerate(header, 1):
        cell = sheet.cell(top, column, text)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="1F3864")
    for number, row in enumerate(rows, top + 1):
        for column, text in enumerate(row, 1):
            filled = sheet.cell(number, column, _FORBIDDEN.sub("", text))
            filled.data_type = "s"
            filled.alignment = Alignment(wrap_text=True, vertical="top")
    for column, text in enumerate(header, 1):
        longest = max([len(text), *(len(row[column - 1]) for row in rows)])
        sheet.column_dimensions[get_column_letter(column)].width = min(longest, _WIDEST) + 3
    sheet.freeze_panes = f"A{top + 1}"
    sheet.auto_filter.ref = f"A{top}:{get_column_letter(len(header))}{len(rows) + top}"
    moment = datetime(day.year, day.month, day.day)  # noqa: DTZ001  # Excel knows no time zone
    book.properties.created = book.properties.modified = moment
    stream = BytesIO()
    book.save(stream)
    return _same_bytes(stream.getvalue(), moment)


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
