"""`smq register tidy`: a CSV saved by a French Excel is put back in the form that smq writes."""

from collections.abc import Mapping
from dataclasses import dataclass

from smq.errors import SmqError
from smq.i18n import _
from smq.load.cells import written
from smq.load.csv_text import Record, written_row
from smq.model import Change
from smq.model.table import Register, Value
from smq.operations.register_file import BOM, TableFile, table_file

_DELIMITER = ";"


def tidied(register: Register, raw: bytes, previous: bytes | None) -> Change:
    """Return the change that puts a table back in form: byte-order mark, semicolons, ISO dates.

    A row that says what it said in the last recorded version is written as it was there, so that
    the difference shows only the rows whose content changed.

    Args:
        register: the table.
        raw: its file now.
        previous: its file in the last recorded version, None when there is none.

    Raises:
        SmqError: the file cannot be read, or none of its headings is a column of the table.
    """
    file = table_file(register, raw)
    if not file.plan.columns:
        raise _another_table(register, file)
    before = _before(register, previous)
    newline = before.file.content.newline if before else file.content.newline
    headings = _headings(file)
    missing = [column for column in file.plan.missing if file.header is not None]
    rows = [written_row([*headings, *missing], _DELIMITER) + newline]
    kept = before.rows if before and before.headings == [*headings, *missing] else {}
    for record in file.content.records[1:]:
        if not record.empty:
            rows.append(_row(file, record, len(headings), len(missing), newline, kept))
    return Change(register.path, raw, BOM + "".join(rows).encode())


def _another_table(register: Register, file: TableFile) -> SmqError:
    names = tuple(c.name for c in register.schema.columns if c.kind != "calcul")
    return SmqError(
        _("{path}: no heading is a column of the table «{table}» ({written})."),
        _("Write the headings in the first line: {columns}"),
        path=register.path,
        table=register.name,
        written=", ".join(_headings(file)) or "–",
        columns=";".join(names),
    )


@dataclass(frozen=True)
class _Before:
    """The last recorded version: its headings, and each row by what it says."""

    file: TableFile
    headings: list[str]
    rows: Mapping[tuple[object, ...], str]


def _before(register: Register, previous: bytes | None) -> _Before | None:
    if previous is None:
        return None
    # What was recorded in another form (cp1252, commas) is no model for what is written now.
    if not previous.startswith(BOM):
        return None
    file = table_file(register, previous)
    headings = _headings(file)
    rows = {
        _said(file, record): file.content.text[record.start : record.end]
        for record in file.content.records[1:]
        if not record.empty
    }
    return _Before(file, headings, rows) if file.content.delimiter == _DELIMITER else None


def _headings(file: TableFile) -> list[str]:
    """Return the headings, ours by their name, without the empty ones at the end."""
    names = {position: name for name, position, _typed in file.plan.columns}
    cells = file.header.cells[: file.plan.width] if file.header else ()
    return [names.get(position, cell.strip()) for position, cell in enumerate(cells)]


def _said(file: TableFile, record: Record) -> tuple[object, ...]:
    """Return what a row says: typed values where there are any, else texts."""
    values = _values(file, record)
    cells = (*record.cells, *[""] * file.plan.width)[: file.plan.width]
    return tuple(
        value if (value := values.get(position)) is not None else cell.strip()
        for position, cell in enumerate(cells)
    )


def _values(file: TableFile, record: Record) -> dict[int, Value]:
    cells = file.plan.cells(record)
    return {position: cells[name].value for name, position, _typed in file.plan.columns}


def _row(
    file: TableFile,
    record: Record,
    width: int,
    missing: int,
    newline: str,
    kept: Mapping[tuple[object, ...], str],
) -> str:
    said = (*_said(file, record), *[""] * missing)
    beyond = [cell for cell in record.cells[width:] if cell.strip()]
    if said in kept and not beyond:
        return kept[said].rstrip("\r\n") + newline
    values = _values(file, record)
    cells = (*record.cells, *[""] * width)[:width]
    texts = [written(values.get(position), cell.strip()) for position, cell in enumerate(cells)]
    if not missing and not beyond and tuple(texts) == record.cells and _in_form(file):
        return file.content.text[record.start : record.end].rstrip("\r\n") + newline
    return written_row([*texts, *[""] * missing, *beyond], _DELIMITER) + newline


def _in_form(file: TableFile) -> bool:
    return file.content.delimiter == _DELIMITER
