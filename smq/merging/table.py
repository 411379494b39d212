"""Joins two writings of a register: rows by their key, cell by cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from smq.load.csv_text import CsvText, read_csv, written_row
from smq.merging.lines import Clash, joined_lines
from smq.merging.passage import Passage, Settling, Side, Sort
from smq.merging.weave import woven
from smq.registers.identifiers import order


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Mapping[str, str]
    text: str

    def shown(self) -> str:
        return " ; ".join(cell for cell in self.cells.values() if cell.strip())


@dataclass(frozen=True)
class _Table:
    """A register: its columns, and its rows by their key.

    Attributes:
        file: as read.
        columns: names in the first row.
        rows: in the order of the file.
    """

    file: CsvText
    columns: tuple[str, ...]
    rows: Mapping[str, _Row]


def joined_table(
    path: str, base: bytes | None, mine: bytes, theirs: bytes, key: str, settling: Settling
) -> bytes | None:
    """Return a register that holds the rows and the cells that both sides changed.

    Args:
        path: of the file here.
        base: as both knew it, None when it did not exist.
        mine: as it is here: its separator, line ends and byte-order mark stay.
        theirs: as the others have it.
        key: the column that tells a row from the others.
        settling: chooses where both changed one cell, or gave one key to two rows.

    Returns:
        None when one of them is no table.
    """
    old, here, there = (read_csv(raw or b"") for raw in (base, mine, theirs))
    if here.fault or there.fault or (base is not None and old.fault):
        return None
    tables = [_table(file, key) for file in (old, here, there)]
    was, left, right = tables
    if left is None or right is None or (base is not None and was is None):
        lines = _rows_as_lines(path, old, here, there, settling)
        return _encoded("".join(lines), here)
    known = was or _Table(old, (), {})
    return _encoded(_Join(path, key, settling, known, left, right).text(), here)


@dataclass(frozen=True)
class _Join:
    path: str
    key: str
    settling: Settling
    was: _Table
    here: _Table
    there: _Table

    def text(self) -> str:
        """Return the whole table."""
        columns = self._columns()
        rows = [text for key in self._keys() for text in self._row(key, columns)]
        newline = self.here.file.newline
        head = self.here.file.text[: self.here.file.records[0].start]
        written = [written_row(columns, self.here.file.delimiter), *rows]
        return head + "".join(f"{line}{newline}" for line in written)

    def _columns(self) -> tuple[str, ...]:
        gone = {
            name
            for name in self.was.columns
            if name not in self.here.columns or name not in self.there.columns
        }
        return tuple(c for c in woven(self.here.columns, self.there.columns) if c not in gone)

    def _keys(self) -> list[str]:
        """Return the keys in their order; where there is none, in that of mine, as `woven` does."""
        mine, theirs = list(self.here.rows), list(self.there.rows)
        added = [key for key in theirs if key not in self.here.rows and key not in self.was.rows]
        rest = [key for key in theirs if key not in added]
        keys = woven(mine, rest)
        if [order(key) for key in mine] != sorted(order(key) for key in mine):
            return woven(mine, theirs)
        for key in added:
            place = next((n for n, k in enumerate(keys) if order(k) > order(key)), len(keys))
            keys.insert(place, key)
        return keys

    def _row(self, key: str, columns: Sequence[str]) -> list[str]:
        """Return the rows that stand under a key: none, one, or both."""
        base, mine, theirs = (t.rows.get(key) for t in (self.was, self.here, self.there))
        if mine and theirs and (base or mine.cells == theirs.cells):
            return [self._written(self._cells(key, base, mine, theirs), columns, mine)]
        kept: list[_Row | None]
        if theirs is None and (base is None or (mine and mine.cells == base.cells)):
            kept = [None if base else mine]
        elif mine is None and (base is None or (theirs and theirs.cells == base.cells)):
            kept = [None if base else theirs]
        else:
            kept = self._chosen(key, base, mine, theirs)
        return [self._written(row.cells, columns, row) for row in kept if row]

    def _chosen(
        self, key: str, base: _Row | None, mine: _Row | None, theirs: _Row | None
    ) -> list[_Row | None]:
        if mine is None and theirs is None:
            return []
        shown = [row.shown() if row else None for row in (mine, theirs, base)]
        side = self.settling.side(Passage(self.path, Sort.ROW, (key,), *shown))
        return {Side.MINE: [mine], Side.THEIRS: [theirs], Side.BOTH: [mine, theirs]}[side]

    def _cells(self, key: str, base: _Row | None, mine: _Row, theirs: _Row) -> dict[str, str]:
        cells = {}
        for column in {**mine.cells, **theirs.cells}:
            here, there = mine.cells.get(column, ""), theirs.cells.get(column, "")
            old = base.cells.get(column, "") if base else here
            cells[column] = there if here == old else here
            if there not in (here, old) and here != old:
                passage = Passage(self.path, Sort.CELL, (key, column), here, there, old)
                if self.settling.side(passage) is Side.THEIRS:
                    cells[column] = there
        return cells

    def _written(self, cells: Mapping[str, str], columns: Sequence[str], row: _Row) -> str:
        """Return a row as text; one that nobody changed stays as it was written."""
        same_form = tuple(columns) == tuple(row.cells) and cells == row.cells
        if same_form and row in self.here.rows.values():
            return row.text
        return written_row([cells.get(name, "") for name in columns], self.here.file.delimiter)


def _table(file: CsvText, key: str) -> _Table | None:
    """Return a file as a table, None when its rows cannot be told apart."""
    if not file.records:
        return None
    columns = tuple(cell.strip() for cell in file.records[0].cells)
    if key not in columns or len(set(columns)) < len(columns):
        return None
    place = columns.index(key)
    rows: dict[str, _Row] = {}
    for record in file.records[1:]:
        if record.empty:
            continue
        cells = (*record.cells, *("" for _missing in columns[len(record.cells) :]))
        name = cells[place].strip()
        if not name or name in rows or any(cell.strip() for cell in cells[len(columns) :]):
            return None
        text = file.text[record.start : record.end].rstrip("\r\n")
        rows[name] = _Row(dict(zip(columns, cells, strict=False)), text)
    return _Table(file, columns, rows)


def _rows_as_lines(
    path: str, old: CsvText, here: CsvText, there: CsvText, settling: Settling
) -> list[str]:
    """Return rows joined as lines are: they cannot be told apart by a key."""
    sides = [_lines(file, here.newline) for file in (old, here, there)]

    def settle(clash: Clash) -> Sequence[str]:
        mine, theirs, base = ("".join(part) for part in (clash.mine, clash.theirs, clash.base))
        side = settling.side(Passage(path, Sort.TEXT, (), mine, theirs, base))
        if side is Side.BOTH:
            return (*clash.mine, *clash.theirs)
        return clash.theirs if side is Side.THEIRS else clash.mine

    return joined_lines(sides[0], sides[1], sides[2], settle)


def _lines(file: CsvText, newline: str) -> list[str]:
    return [file.text[r.start : r.end].rstrip("\r\n") + newline for r in file.records]


def _encoded(text: str, like: CsvText) -> bytes:
    mark = b"\xef\xbb\xbf" if like.bom and like.encoding == "utf-8" else b""
    try:
        return mark + text.encode(like.encoding)
    except UnicodeEncodeError:
        # A cell of the others holds what the older encoding has no sign for.
        return b"\xef\xbb\xbf" + text.encode()
