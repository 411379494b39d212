"""Lines of `historique`: which version came when, what changed, by whom."""

from datetime import date

from smq.model import Document
from smq.operations.header_rows import TABLES, Table, change_cell
from smq.operations.header_values import HeaderList, HeaderMap, put
from smq.operations.life_cycle.rows import append
from smq.operations.life_cycle.step import key

_TABLE = Table("historique", TABLES["historique"], checked=True)


def note_version(
    tree: HeaderMap, document: Document, version: str, day: date, change: str, by: str | None
) -> None:
    """Write the line of a version; one that announced it already is completed.

    Args:
        tree: the header.
        document: whose it is.
        version: which.
        day: from which it applies.
        change: what changed.
        by: identifier or name of who wrote it.
    """
    cells = {"version": version, "date": day.isoformat(), "objet": change, "par": by or ""}
    name = key(document, "historique")
    current = tree.get(name)
    rows = current if isinstance(current, HeaderList) else HeaderList()
    for row in rows:
        if isinstance(row, HeaderMap) and row.get("version") == version:
            for column, cell in cells.items():
                if cell and str(row.get(column) or "") != cell:
                    change_cell(_TABLE, row, column, cell, rows)
            put(tree, name, rows)
            return
    append(tree, document, "historique", cells)
