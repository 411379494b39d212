"""Which rows a dossier holds, without its steps: enough to ask whether one of them is in it."""

from collections.abc import Mapping

from smq.model.chain import Chain
from smq.model.table import Row
from smq.tracing.index import Index

Extent = Mapping[str, Mapping[int, Row]]
"""Table → identity (`id`) → row."""


def extent_of(chain: Chain, start: Row, index: Index) -> Extent:
    """Return the rows that are met when the dossier of a starting row is walked."""
    return met_from(chain, chain.start, start, index)


def met_from(chain: Chain, table: str, row: Row, index: Index) -> Extent:
    """Return the rows that the links of a chain lead to from a row of a table, in their order.

    Each table that a link reaches is there, with no row when none of it was met.
    """
    reached: dict[str, dict[int, Row]] = {table: {id(row): row}}
    for link in chain.links:
        rows = reached.setdefault(link.table, {})
        for origin in tuple(reached.get(link.origin, {}).values()):
            rows.update((id(found), found) for found in index.linked(link, origin))
    return reached


def is_off(chain: Chain, table: str, row: Row, extent: Extent) -> bool:
    """Return whether a dossier goes as far as a table and does not meet a row of it.

    Where the way is cut before, by a row that is not there, nothing can be said.
    """
    ways = (link.origin for link in chain.links if link.table == table)
    return id(row) not in extent.get(table, {}) and any(extent.get(origin) for origin in ways)
