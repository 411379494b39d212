"""A row of the chain belongs to nothing: an invoice without line, a line that invoices nothing.

Why: from such a row nobody comes back to the request; the evaluator who draws it in an exercise
finds the end of a chain without beginning.

Wrong:
    registres/lignes_facture.csv
    id;facture;analyse;usage;contrat;designation;montant_ht
    LFA-2027-0001;FAC-2027-0001;;;;Spectre Raman;360,00

Fix: name in each line the analysis, the use or the contract that it invoices; give each invoice its
lines.
Source: working referential of the label (unofficial): T13, no orphan.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.index import cited
from smq.tracing.kept import keeps

rule = Rule(
    __name__,
    "TRC013",
    _("{row} invoices neither an analysis, nor a use, nor a contract."),
    hint=_("Name in it what it invoices."),
)
_NO_LINE = _("{row} has no line, and no use names it: nothing says what it invoices.")
_NO_LINE_HINT = _("Add its lines: smq register add lignes_facture")
_ALONE = _("{row} belongs to nothing: «{column}» is empty.")
_ALONE_HINT = _("Fill it in.")
_INVOICED = ("analyse", "usage", "contrat")
_OWNED = (("devis", "demande"), ("analyses", "demande"), ("rapports", "analyse"))


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the rows without owner; a reference that leads nowhere has a finding of its own."""
    index = tracing.index(system)
    for table, name in (*_OWNED, ("lignes_facture", "facture")):
        yield from _alone(table, name, index)
    columns = [name for name in _INVOICED if keeps(index, "lignes_facture", name)]
    if columns:
        for line in index.rows("lignes_facture"):
            if not any(cited(line, name) for name in columns):
                yield rule.finding(line.at(columns[0]), row=name_of(line))
    if keeps(index, "lignes_facture", "facture"):
        yield from _without_line(index)


def _without_line(index: Index) -> Iterator[Finding]:
    for invoice in index.rows("factures"):
        if not invoice.key or index.naming("lignes_facture", "facture", invoice.key):
            continue
        if not index.naming("usages", "facture", invoice.key):
            yield rule.finding(invoice.at(), message=_NO_LINE, hint=_NO_LINE_HINT, row=invoice.key)


def _alone(table: str, name: str, index: Index) -> Iterator[Finding]:
    """Yield the rows that name no owner, where the schema does not ask for one by itself."""
    register = index.register(table)
    column = register.schema.column(name) if register else None
    if column is None or column.required or not keeps(index, table, name):
        return
    for row in index.rows(table):
        if not cited(row, name):
            yield rule.finding(
                row.at(name),
                message=_ALONE,
                hint=_ALONE_HINT,
                row=name_of(row),
                column=column.label,
            )
