"""Lines of the events of a document's life: each is added at the end of its list, none changed."""

from collections.abc import Mapping

from smq.model import Document
from smq.operations.header_rows import Table, new_row
from smq.operations.header_values import HeaderList, HeaderMap, put, sequence
from smq.operations.life_cycle.step import key


def append(tree: HeaderMap, document: Document, name: str, cells: Mapping[str, str]) -> None:
    """Add a line at the end of a list of a header; cells that are empty are left out.

    Args:
        tree: the header.
        document: whose it is.
        name: our name of the list.
        cells: column → text.
    """
    field = key(document, name)
    current = tree.get(field)
    rows = current if isinstance(current, HeaderList) else HeaderList()
    made = new_row(
        Table(name, (), checked=True),
        {column: cell for column, cell in cells.items() if cell},
        rows,
    )
    if rows:
        rows.append(made)
        put(tree, field, rows)
    else:
        put(tree, field, sequence([made], flow=False))
