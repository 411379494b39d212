"""A register's file once codes and processes have changed: only the cells that name one."""

from collections.abc import Iterator, Mapping

from smq.load import text as texts
from smq.load.csv_text import Record, read_csv, written_row
from smq.load.table_plan import plan_of
from smq.model.table import Register
from smq.operations.rewording import Edit, Rewording, applied

_PROCESS = "processus"
"""The column that holds codes of processes, one or several separated by `|`."""


def renamed_table(
    raw: bytes, register: Register | None, words: Rewording, processes: Mapping[str, str]
) -> bytes:
    """Return the bytes of a table afterwards; rows that name nothing stay to the byte.

    Args:
        raw: the file.
        register: the table that it holds, None when none is known.
        words: how codes and paths are written from now on.
        processes: code of a process → the one that takes its place.
    """
    if texts.decode(raw) is None:
        return raw
    content = read_csv(raw)
    edits: list[Edit] = []
    if register is not None and content.records and not content.fault:
        plan = plan_of(register.schema, content.records[0], None)
        places = [at for name, at, _typed in plan.columns if name == _PROCESS]
        for record in content.records[1:]:
            edits += _process_edits(record, places, processes, content.text, content.delimiter)
    named = applied(content.text, edits)
    after = words.of(named)
    if after == content.text:
        return raw
    encoded = after.encode(content.encoding)
    mark = content.bom and content.encoding == "utf-8"
    return b"\xef\xbb\xbf" + encoded if mark else encoded


def _process_edits(
    record: Record, places: list[int], processes: Mapping[str, str], text: str, delimiter: str
) -> Iterator[Edit]:
    cells = list(record.cells)
    for place in places:
        if place < len(cells):
            cells[place] = "|".join(_other(item, processes) for item in cells[place].split("|"))
    if tuple(cells) == record.cells:
        return
    written = text[record.start : record.end]
    ending = written[len(written.rstrip("\r\n")) :]
    yield record.start, record.end, written_row(cells, delimiter) + ending


def _other(item: str, processes: Mapping[str, str]) -> str:
    bare = item.strip()
    return item.replace(bare, processes[bare]) if bare in processes else item
