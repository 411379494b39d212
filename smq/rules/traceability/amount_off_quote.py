"""What is invoiced is not what was accepted, and no reason says why.

Why: the user agreed to an amount; the evaluator compares the two and asks for the reason of the
difference. A reason that is written closes the question.

Wrong:
    registres/factures.csv
    id;numero_finance;date;montant_ht
    FAC-2027-0001;2027-SPE-0007;2027-02-26;320,00

Fix: correct the amount, or write the reason in the invoice: «ecart_motif» for a difference,
«non_facture_motif» when nothing is to be paid.
Source: working referential of the label (unofficial): T12, the invoice is the accepted quote.
"""

from collections.abc import Iterator
from decimal import Decimal

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.invoicing import (
    Invoiced,
    amount,
    finished,
    goes_by_contract,
    has_reason,
    invoices_of,
    total,
    written,
)
from smq.tracing.kept import keeps

rule = Rule(
    __name__,
    "TRC012",
    _("{invoiced} is invoiced for {analysis}; {quote} was accepted for {agreed}."),
    hint=_("Correct the amount, or write the reason in «ecart_motif» of {invoice}."),
)
_SEVERAL = _("{invoiced} is invoiced in all under {quote}, which was accepted for {agreed}.")
_NOTHING = _("{analysis} is «{status}»; nothing is invoiced of the {agreed} of {quote}.")
_NOTHING_HINT = _("Add the invoice and its line, or the reason not to invoice («factures»).")
_LINES = _("The lines of {invoice} make {sum}; the invoice says {said}.")
_LINES_HINT = _("Correct the amount that is wrong, or write the reason in «ecart_motif».")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the invoices that do not add up, then the dossiers invoiced otherwise than agreed."""
    index = tracing.index(system)
    if not keeps(index, "lignes_facture", "facture", "montant_ht") or not keeps(index, "factures"):
        return
    told: set[int] = set()
    for finding, invoice in _unbalanced(index):
        told.add(invoice)
        yield finding
    if (
        keeps(index, "lignes_facture", "analyse")
        and keeps(index, "analyses", "statut", "demande")
        and keeps(index, "devis", "demande", "montant_ht", "date_acceptation")
    ):
        for group in finished(index):
            # An invoice that does not add up is one fault: its lines are not judged on top.
            if told.isdisjoint(id(row) for row in invoices_of(group.lines, index)):
                yield from _of_group(group, index)


def _unbalanced(index: Index) -> Iterator[tuple[Finding, int]]:
    """Yield the invoices that do not say the sum of their lines."""
    for invoice in index.rows("factures"):
        lines = index.naming("lignes_facture", "facture", invoice.key) if invoice.key else ()
        said, made = amount(invoice), total(lines)
        if not lines or said is None or made is None or has_reason((invoice,)):
            continue
        if said != made:
            finding = rule.finding(
                invoice.at("montant_ht"),
                message=_LINES,
                hint=_LINES_HINT,
                invoice=name_of(invoice),
                sum=written(made),
                said=written(said),
            )
            yield finding, id(invoice)


def _of_group(group: Invoiced, index: Index) -> Iterator[Finding]:
    agreed, made = amount(group.engagement), total(group.lines)
    invoices = invoices_of(group.lines, index)
    if agreed is None or made is None or agreed == made or has_reason(invoices):
        return
    if not group.lines:
        if not goes_by_contract(group.engagement):
            yield _nothing(group, agreed, index)
        return
    yield rule.finding(
        group.lines[0].at("montant_ht"),
        message=_SEVERAL if len(group.analyses) > 1 else None,
        analysis=name_of(group.analyses[0]),
        quote=name_of(group.engagement),
        agreed=written(agreed),
        invoiced=written(made),
        invoice=name_of(invoices[0]) if invoices else "",
    )


def _nothing(group: Invoiced, agreed: Decimal, index: Index) -> Finding:
    analysis = group.analyses[0]
    return rule.finding(
        analysis.at("statut"),
        message=_NOTHING,
        hint=_NOTHING_HINT,
        analysis=name_of(analysis),
        quote=name_of(group.engagement),
        agreed=written(agreed),
        status=_shown(analysis.text("statut").strip(), index),
    )


def _shown(status: str, index: Index) -> str:
    register = index.register("analyses")
    column = register.schema.column("statut") if register else None
    return column.shown(status) if column else status
