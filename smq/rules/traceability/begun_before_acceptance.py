"""An analysis began before its quote was accepted.

Why: work done before the agreement may be refused or not paid, and the evaluator sees on the dates
that the procedure was not followed.

Wrong:
    registres/analyses.csv
    id;demande;devis;operateur;equipement;date_debut;statut
    PST-2027-0001;DEM-2027-0001;DEV-2027-0001;P03;RAM-001;2027-01-09;close

Fix: correct the date that is wrong; when a contract or an order covered the work, name it in the
row of «devis». Leave true dates, and open a nonconformity.
Source: working referential of the label (unofficial): T02, the quote is accepted before the start.
"""

from collections.abc import Iterator
from datetime import date

from smq import tracing
from smq.i18n import _
from smq.model import Finding, Location, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.engagements import accepted_on, contract_of, covers, engagements_of, stands
from smq.tracing.kept import keeps
from smq.tracing.requests import asks_for_a_quote, is_for_a_service
from smq.tracing.work import analyses

rule = Rule(
    __name__,
    "TRC002",
    _("{analysis} began on {begun}; {quote} was accepted on {accepted}."),
    hint=_(
        "Correct a date that is wrong, or name in {quote} the contract in force that day; leave"
        " true dates, and open a nonconformity."
    ),
)
_NEVER = _("{analysis} began on {begun}; {quote} has no date of acceptance.")
_NEVER_HINT = _("Write when {quote} was accepted, and by what.")
_NOTHING = _("{analysis} began on {begun}; its request {request} has no quote.")
_NOTHING_HINT = _("Add the quote, the order or the contract: smq register add devis")
_CONTRACT = _("{analysis} began on {begun}; the contract {contract} was not in force that day.")
_CONTRACT_HINT = _(
    "Correct a date that is wrong, or name the contract in force that day; leave true dates, and"
    " open a nonconformity."
)


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the analyses that began without an agreement in force."""
    index = tracing.index(system)
    if not keeps(index, "analyses", "date_debut", "demande") or not keeps(
        index, "devis", "demande", "date_acceptation"
    ):
        return
    for analysis, begun in analyses(index):
        quotes = engagements_of(analysis, index)
        if any(stands(quote, index, begun) and covers(quote, begun, index) for quote in quotes):
            continue
        if quotes:
            yield _too_late(analysis, begun, quotes, index)
        else:
            yield from _without(analysis, begun, index)


def _too_late(analysis: Row, begun: date, quotes: tuple[Row, ...], index: Index) -> Finding:
    """Return the finding on the engagement that came nearest."""
    current = [quote for quote in quotes if stands(quote, index)] or list(quotes)
    accepted = [(day, quote) for quote in current if (day := accepted_on(quote, index))]
    place = _place(analysis)
    if accepted:
        day, quote = min(accepted, key=lambda found: found[0])
        if day > begun:
            return rule.finding(
                place, analysis=name_of(analysis), begun=begun, quote=name_of(quote), accepted=day
            )
    quote = current[0]
    contract = contract_of(quote, index)
    return rule.finding(
        place,
        message=_CONTRACT if contract else _NEVER,
        hint=_CONTRACT_HINT if contract else _NEVER_HINT,
        analysis=name_of(analysis),
        begun=begun,
        quote=name_of(quote),
        contract=name_of(contract) if contract else "",
    )


def _without(analysis: Row, begun: date, index: Index) -> Iterator[Finding]:
    """Yield nothing for an accepted request, which TRC001 reports, or one that needs no quote."""
    request = index.row("demandes", analysis.text("demande").strip())
    if request and is_for_a_service(request) and not asks_for_a_quote(request):
        yield rule.finding(
            _place(analysis),
            message=_NOTHING,
            hint=_NOTHING_HINT,
            analysis=name_of(analysis),
            begun=begun,
            request=name_of(request),
        )


def _place(analysis: Row) -> Location:
    return analysis.at("date_debut")
