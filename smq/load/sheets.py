"""Opens the file of a register, CSV or Excel, as rows of texts with their places."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from smq.i18n import _
from smq.load import text
from smq.load.csv_text import Record, read_csv
from smq.load.facts import NOT_OPENED
from smq.model import Location, Problem

if TYPE_CHECKING:
    from smq.load.xlsx_sheet import SheetText

WORKBOOKS = (".xlsx", ".xlsm")
EMPTY = _("it is empty, even its row of headings is gone")
NO_HEADER = _("it has no row of headings there")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of one file or sheet.

    Attributes:
        path: POSIX path below the root.
        header: the row of headings, None when the file is empty.
        rows: those below it that are not empty.
        name: of the sheet of a workbook, None in a CSV file.
        uncomputed: (row, column), from 1, of formulas below it that were never computed.
    """

    path: str
    header: Record | None
    rows: tuple[Record, ...]
    name: str | None = None
    uncomputed: tuple[tuple[int, int], ...] = ()


def open_sheet(
    root: Path, path: str, name: str | None, header: int, problems: list[Problem]
) -> Sheet | None:
    """Return a sheet; None, with a problem, when it cannot be read.

    Args:
        root: folder of `smq.yaml`.
        path: of the file, below it.
        name: of the sheet of a workbook; None = the first.
        header: row of the headings, from 1.
        problems: where faults are added.
    """
    try:
        # A `Path` a file takes longer than the reading.
        with open(f"{root}/{path}", "rb") as stream:  # noqa: PTH123
            raw = stream.read()
    except OSError:
        problems.append(_unreadable(Location(path), NOT_OPENED))
        return None
    workbook = path.lower().endswith(WORKBOOKS)
    shown = _of_workbook(raw, path, name, problems) if workbook else None
    records = _records(shown) if shown else None
    if not workbook:
        records = _of_csv(raw, path, header, problems)
    if records is None:
        return None
    title = shown.name if shown else None
    if header > len(records):
        if header > 1:
            problems.append(_unreadable(Location(path, header, sheet=title), NO_HEADER))
        return Sheet(path, None, (), title)
    below = tuple([record for record in records[header:] if not record.empty])
    uncomputed = tuple(place for place in shown.uncomputed if place[0] > header) if shown else ()
    return Sheet(path, records[header - 1], below, title, uncomputed)


def _of_csv(
    raw: bytes, path: str, header: int, problems: list[Problem]
) -> tuple[Record, ...] | None:
    content = read_csv(raw, header)
    marker = text.merge_marker(content.text)
    if marker:
        problems.append(Problem("merge-marker", Location(path, *marker)))
        return None
    if not content.text.strip() and not content.fault:
        # A table without rows keeps its headings: what lost them lost its rows too.
        problems.append(_unreadable(Location(path), EMPTY))
    if content.fault:
        reason, line, column = content.fault
        problems.append(_unreadable(Location(path, line, column), reason))
    return content.records


def _of_workbook(
    raw: bytes, path: str, name: str | None, problems: list[Problem]
) -> "SheetText | None":
    # openpyxl is slow to import: only a platform that keeps its Excel file pays for it.
    from smq.load.xlsx_sheet import UnreadableError, read_sheet

    try:
        return read_sheet(raw, name)
    except UnreadableError as error:
        problems.append(_unreadable(Location(path), error.reason, name, error.sheets))
        return None


def _records(sheet: "SheetText") -> tuple[Record, ...]:
    return tuple(
        Record(cells, tuple((line, column) for column in range(1, len(cells) + 1)), line, 0, 0)
        for line, cells in enumerate(sheet.rows, 1)
    )


def _unreadable(
    place: Location, reason: str, sheet: str | None = None, sheets: tuple[str, ...] = ()
) -> Problem:
    values = (("reason", reason), ("sheet", sheet or ""), ("sheets", ", ".join(sheets)))
    return Problem("unreadable-register", place, values)
