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
        begun = row.day("date_debut")
        if begun and carried_out(row):
            yield row, begun


def uses(index: Index) -> Iterator[tuple[Row, date]]:
    """Yield the uses that took place with the day on which each began."""
    for row in index.rows("usages"):
        begun = row.day("debut")
        if begun and row.value("incident") != _ABSENT:
            yield row, begun
