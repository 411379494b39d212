"""Draws dossiers for an exercise: the same seed gives the same dossiers for ever."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256

from smq.model import QualitySystem
from smq.model.chain import Chain
from smq.model.table import Row
from smq.tracing.index import Index
from smq.tracing.walking import applies


def population(
    chain: Chain,
    system: QualitySystem,
    index: Index,
    since: date | None = None,
    until: date | None = None,
) -> tuple[Row, ...]:
    """Return the starting rows that can be drawn: finished, begun between two days, both included.

    Args:
        chain: whose dossiers are drawn.
        system: the platform.
        index: its rows.
        since: first day, None for no limit.
        until: last day, None for no limit.
    """
    register = index.register(chain.start)
    if register is None:
        return ()
    first = chain.period.first if chain.period else None
    return tuple(
        row
        for row in register.rows
        if row.key
        and applies(chain.finished, register, row, system)
        and _within(row.day(first) if first else None, since, until)
    )


def drawn(rows: Sequence[Row], seed: str, size: int) -> tuple[Row, ...]:
    """Return so many rows, in the order drawn: that of SHA-256 of «seed:identifier».

    No generator of random numbers is used: what it draws could change with its release.
    """
    return tuple(sorted(rows, key=lambda row: (_digest(seed, row.key), row.key))[:size])


def _digest(seed: str, key: str) -> str:
    return sha256(f"{seed}:{key}".encode()).hexdigest()


def _within(day: date | None, since: date | None, until: date | None) -> bool:
    """Return whether a day lies between two others; one that is not known lies in no limits."""
    if since is None and until is None:
        return True
    return day is not None and (since or day) <= day <= (until or day)
