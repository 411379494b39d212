"""Reads the sheets of an Excel workbook as texts; the only reading with openpyxl, when needed."""

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZipFile

from smq.i18n import _

NO_WORKBOOK = _("it is no Excel workbook (.xlsx), or it is damaged")
NO_SHEET = _("it has no sheet of that name")
# A computed text that is empty has the type «str»; a formula without result has no type.
_UNCOMPUTED = re.compile(
    rb"<(?:\w+:)?c\b(?P<about>[^>]*)>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)"
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_PLACE = re.compile(rb"\br=[\"']([A-Z]{1,3})([0-9]{1,7})[\"']")
_COMPUTED_TEXT = re.compile(rb"\bt=[\"']str[\"']")


@dataclass(frozen=True, slots=True)
class SheetText:
    """A sheet as texts.

    Attributes:
        name: of the sheet.
        rows: values as they were last shown.
        uncomputed: (row, column), from 1, of the formulas that no spreadsheet ever computed.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    uncomputed: tuple[tuple[int, int], ...] = ()


class UnreadableError(Exception):
    """The workbook cannot be read: a reason (msgid), and the names of its sheets."""

    def __init__(self, reason: str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sheets = sheets


def read_sheet(raw: bytes, name: str | None) -> SheetText:
    """Return a sheet, the first when none is named.

    Raises:
        UnreadableError: this is no workbook, or it has no such sheet.
    """
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What openpyxl leaves out (drawings, validation lists) is not read here anyway.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(raw), read_only=True, data_only=True)
            names = tuple(book.sheetnames)
            if name is not None and name not in names:
                raise UnreadableError(NO_SHEET, names)
            sheet = book[name] if name is not None else book.worksheets[0]
            rows = tuple(_rows(sheet.iter_rows(values_only=True)))
            return SheetText(str(sheet.title), rows, tuple(_uncomputed(raw, sheet)))
    except UnreadableError:
        raise
    except Exception as error:
        # A stranger's file: whatever openpyxl stumbles over is the file's fault, not the user's.
        raise UnreadableError(NO_WORKBOOK) from error


def _uncomputed(raw: bytes, sheet: object) -> Iterator[tuple[int, int]]:
    """Yield the cells whose formula has no value: openpyxl does not tell them from empty ones."""
    part = getattr(sheet, "_worksheet_path", None)
    if part is None:
        return
    with ZipFile(BytesIO(raw)) as archive:
        content = archive.read(part)
    for match in _UNCOMPUTED.finditer(content):
        place = _PLACE.search(match["about"])
        if place and not _COMPUTED_TEXT.search(match["about"]):
            yield int(place[2]), _column(place[1].decode())


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _rows(rows: Iterator[tuple[object, ...]]) -> Iterator[tuple[str, ...]]:
    """Yield rows without the empty ones that Excel keeps below a table."""
    empty = 0
    for row in rows:
        cells = tuple(_said(value) for value in row)
        if not any(cells):
            empty += 1
            continue
        for _index in range(empty):
            yield ()
        empty = 0
        yield cells


def _said(value: object) -> str:
    """Return a cell as a person reads it, in the form that smq writes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, datetime):
        whole = value.time() == time(0)
        return value.date().isoformat() if whole else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return _number(value)
    return str(value).strip()


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.12f}".rstrip("0").rstrip(".").replace(".", ",")
