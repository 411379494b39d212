"""Reads the sheets of an Excel workbook as texts; the only reading with openpyxl, when needed."""

import warnings
from collections.abc import Iterator
from datetime import date, datetime, time
from io import BytesIO

from smq.i18n import _

NO_WORKBOOK = _("it is no Excel workbook (.xlsx), or it is damaged")
NO_SHEET = _("it has no sheet of that name")


class UnreadableError(Exception):
    """The workbook cannot be read: a reason (msgid), and the names of its sheets."""

    def __init__(self, reason: str, sheets: tuple[str, ...] = ()) -> None:
        super().__init__(reason)
        self.reason = reason
        self.sheets = sheets


def read_sheet(raw: bytes, name: str | None) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a sheet, the first when none is named: values as they were last shown.

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
            return tuple(_rows(sheet.iter_rows(values_only=True)))
    except UnreadableError:
        raise
    except Exception as error:
        # A stranger's file: whatever openpyxl stumbles over is the file's fault, not the user's.
        raise UnreadableError(NO_WORKBOOK) from error


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
