"""Workbooks: dates and numbers are what they are, a text stays one, bytes are always the same."""

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl

from smq.report.xlsx import Cell, table

DAY = date(2027, 3, 1)
ROWS: list[list[Cell]] = [
    ["0012", date(2026, 5, 23), Decimal("1234.5"), 2026, "=1+1"],
    ["2027-03-01", date(1850, 1, 1), Decimal("-3"), 10**15, ""],
]


def test_dates_and_numbers_are_sorted_and_added_up() -> None:
    """Excel shows them in the reader's language; the numbers of a column have equal decimals."""
    content = table("Essai", ["a", "b", "c", "d", "e"], ROWS, DAY)
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]
    first, second = (list(row) for row in sheet.iter_rows(min_row=2))

    assert [cell.value for cell in first] == [
        *("0012", datetime(2026, 5, 23), 1234.5, 2026, "=1+1")  # noqa: DTZ001
    ]
    assert [cell.number_format for cell in first[1:4]] == ["dd/mm/yyyy", "#,##0.0", "0"]
    assert [cell.data_type for cell in first] == ["s", "d", "n", "n", "s"]
    assert [cell.value for cell in second] == [
        *("2027-03-01", "1850-01-01", -3, "1000000000000000", None)
    ]
    assert second[2].number_format == "#,##0.0"


def test_the_same_rows_have_the_same_bytes() -> None:
    """Nothing of the moment enters."""
    made = [table("Essai", ["a", "b", "c", "d", "e"], ROWS, DAY) for _time in range(2)]

    assert made[0] == made[1]
