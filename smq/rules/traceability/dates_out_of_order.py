"""A report was sent before the end of the work, or an invoice made before the report was sent.

Why: the order of the dates tells the story of a dossier; when it turns back, either a date is
wrong or somebody paid for a result that was not there.

Wrong:
    registres/factures.csv
    id;numero_finance;date;montant_ht
    FAC-2027-0001;2027-SPE-0007;2027-02-24;360,00

Fix: correct the date that is wrong; leave a true one, and say why in the column for corrections.
Source: working referential of the label (unofficial): T11, analysis, report, invoice.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.invoicing import invoices_of, lines_of
from smq.tracing.kept import keeps
from smq.tracing.reports import sent_days
from smq.tracing.work import carried_out

rule = Rule(
    __name__,
    "TRC011",
    _("{report} was sent on {sent}; {analysis} ended on {ended}."),
    hint=_("Correct a date that is wrong; leave a true one, and open a nonconformity."),
    severity=Severity.WARNING,
)
_INVOICE = _("{invoice} is dated {day}; the report of {analysis} was sent on {sent}.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the dossiers whose dates turn back."""
    index = tracing.index(system)
    if not keeps(index, "analyses") or not keeps(index, "rapports", "analyse", "date_envoi"):
        return
    invoiced = keeps(index, "factures", "date") and keeps(index, "lignes_facture", "analyse")
    for analysis in index.rows("analyses"):
        if carried_out(analysis):
            yield from _report(analysis, index)
            if invoiced:
                yield from _invoices(analysis, index)


def _report(analysis: Row, index: Index) -> Iterator[Finding]:
    """Yield the last report when it precedes the end: one sent on the way is no fault."""
    ended, days = analysis.day("date_fin"), sent_days(analysis, index)
    if ended and days and days[-1][0] < ended:
        sent, report = days[-1]
        yield rule.finding(
            report.at("date_envoi"),
            report=name_of(report),
            sent=sent,
            analysis=name_of(analysis),
            ended=ended,
        )


def _invoices(analysis: Row, index: Index) -> Iterator[Finding]:
    """Yield the invoices that precede the first report; a decision not to invoice may."""
    days = sent_days(analysis, index)
    for invoice in invoices_of(lines_of(analysis, index), index) if days else ():
        day = invoice.day("date")
        if day and day < days[0][0] and not invoice.value("non_facture_motif"):
            yield rule.finding(
                invoice.at("date"),
                message=_INVOICE,
                invoice=name_of(invoice),
                day=day,
                analysis=name_of(analysis),
                sent=days[0][0],
            )
