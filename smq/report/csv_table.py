"""Tables as CSV for a spreadsheet: what Excel opens as it is, and never takes for a formula."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")


def csv_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as a French Excel opens it: byte-order mark, semicolons."""
    stream = StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + stream.getvalue().encode()


def _harmless(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula (`contracts.md` §11)."""
    is_formula = cell[:1] in ("=", "+", "-", "@", "\t", "\r") and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_formula else cell
