"""The rows of the dossiers that begin with some rows, each dossier walked along its chain."""

from collections.abc import Iterator, Mapping

from smq.evaluation.confidential import STAFF
from smq.evaluation.names import names_people
from smq.model.chain import Chain, ChainLink
from smq.model.table import Register, Row

Keys = dict[str, set[str]]
"""Table → identifiers of rows."""


def dossier_rows(
    chains: Mapping[str, Chain], registers: Mapping[str, Register], starts: Mapping[str, set[str]]
) -> Keys:
    """Return, by table, the rows of dossiers; people are in many, and are in none of them.

    Args:
        chains: of the platform.
        registers: its tables, whole.
        starts: table with which chains begin → identifiers of its rows.
    """
    found: Keys = {}
    for chain in chains.values():
        reached: Keys = {chain.start: set(starts.get(chain.start, ()))}
        for link in chain.links:
            keys = set(_over(link, chain, registers, reached))
            reached.setdefault(link.table, set()).update(keys)
        for table, keys in reached.items():
            register = registers.get(table)
            if register and table != STAFF and not names_people(register):
                found.setdefault(table, set()).update(keys)
    return found


def _over(
    link: ChainLink, chain: Chain, registers: Mapping[str, Register], reached: Keys
) -> Iterator[str]:
    """Yield the rows to which a link leads from those reached so far."""
    origin = link.origin or chain.start
    known = reached.get(origin, set())
    target, start = registers.get(link.table), registers.get(origin)
    if target is None or start is None or not known:
        return
    if target.schema.column(link.column):
        yield from (r.key for r in target.rows if known.intersection(_named(r, link.column)))
    else:
        for row in start.rows:
            if row.key in known:
                yield from (key for key in _named(row, link.column) if key in target.by_key)


def _named(row: Row, column: str) -> tuple[str, ...]:
    value = row.value(column)
    return value if isinstance(value, tuple) else (row.text(column).strip(),)
