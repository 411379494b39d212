"""What was invoiced of an analysis, and whether it is what had been accepted."""

from dataclasses import dataclass
from decimal import Decimal

from smq.model.table import Row
from smq.tracing.engagements import CONTRACT, commitment
from smq.tracing.index import Index, cited
from smq.tracing.work import INVOICED, carried_out

_REASONS = ("ecart_motif", "non_facture_motif")


@dataclass(frozen=True, slots=True)
class Invoiced:
    """The analyses under one engagement, with the lines that invoice them."""

    engagement: Row
    analyses: tuple[Row, ...]
    lines: tuple[Row, ...]


def lines_of(analysis: Row, index: Index) -> tuple[Row, ...]:
    """Return the lines that invoice an analysis."""
    return index.naming("lignes_facture", "analyse", analysis.key) if analysis.key else ()


def invoices_of(lines: tuple[Row, ...], index: Index) -> tuple[Row, ...]:
    """Return the invoices that lines belong to, each once."""
    keys = dict.fromkeys(key for line in lines for key in cited(line, "facture"))
    return tuple(row for key in keys if (row := index.row("factures", key)))


def has_reason(invoices: tuple[Row, ...]) -> bool:
    """Return whether an invoice says why its amount is not the one agreed, or why there is none."""
    return any(invoice.value(column) for invoice in invoices for column in _REASONS)


def total(rows: tuple[Row, ...]) -> Decimal | None:
    """Return the sum of amounts to the cent, None when one of them is not known."""
    amounts = [amount(row) for row in rows]
    known = [found for found in amounts if found is not None]
    return sum(known, Decimal("0.00")) if len(known) == len(amounts) else None


def amount(row: Row) -> Decimal | None:
    """Return `montant_ht` to the cent, None when it is not known."""
    value = row.value("montant_ht")
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return None
    return Decimal(value).quantize(Decimal("0.01"))


def written(value: Decimal) -> str:
    """Return an amount as registers write it: `540,00`."""
    return f"{value:.2f}".replace(".", ",")


def finished(index: Index) -> tuple[Invoiced, ...]:
    """Return the engagements all of whose analyses were invoiced, with the lines that do so.

    One engagement may serve several analyses: they are counted together, and only once they are all
    invoiced or closed.
    """
    grouped: dict[int, tuple[Row, list[Row]]] = {}
    for analysis in index.rows("analyses"):
        if carried_out(analysis):
            engagement = commitment(analysis, index)
            if engagement is not None:
                grouped.setdefault(id(engagement), (engagement, []))[1].append(analysis)
    return tuple(
        Invoiced(
            engagement,
            tuple(analyses),
            tuple(line for analysis in analyses for line in lines_of(analysis, index)),
        )
        for engagement, analyses in grouped.values()
        if all(analysis.value("statut") in INVOICED for analysis in analyses)
    )


def goes_by_contract(engagement: Row) -> bool:
    """Return whether a contract stands for the quote: it may be invoiced as a whole."""
    return engagement.value("nature") == CONTRACT or bool(engagement.value("contrat"))
