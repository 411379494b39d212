"""What was really done, and when: analyses not cancelled, uses that took place."""

from collections.abc import Iterator
from datetime import date

from smq.model.table import Row
from smq.tracing.index import Index

CLOSED = "close"
INVOICED = ("facturee", CLOSED)
REPORTED = ("rapport_emis", *INVOICED)
_CANCELLED = "annulee"
_ABSENT = "non_venu"


def carried_out(analysis: Row) -> bool:
    """Return whether an analysis was not cancelled."""
    return analysis.value("statut") != _CANCELLED


def analyses(index: Index) -> Iterator[tuple[Row, date]]:
    """Yield the analyses carried out with the day on which each began."""
    for row in index.rows("analyses"):
        begun = row.value("date_debut")
        if isinstance(begun, date) and carried_out(row):
            yield row, begun


def uses(index: Index) -> Iterator[tuple[Row, date]]:
    """Yield the uses that took place with the day on which each began."""
    for row in index.rows("usages"):
        begun = row.value("debut")
        if isinstance(begun, date) and row.value("incident") != _ABSENT:
            yield row, begun


def day_of(row: Row, column: str) -> date | None:
    """Return the day that a cell says, None when it says none."""
    value = row.value(column)
    return value if isinstance(value, date) else None
