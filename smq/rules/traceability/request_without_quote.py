"""An accepted request has neither quote, order, contract nor granted free work.

Why: the evaluator who walks a dossier asks what the user had agreed to before the work began; a
request followed by nothing leaves the price and the conditions to memory.

Wrong:
    registres/demandes.csv
    id;date;usager;categorie;activite;decision
    DEM-2027-0001;2027-01-07;U001;partenaire_site;prestation;acceptee
    DEM-2027-0003;2027-02-24;U001;partenaire_site;prestation;acceptee

Fix: add a row to «devis», of the nature that fits: quote, order, contract, or free work with its
reason; a quote that another one replaces no longer counts.
Source: working referential of the label (unofficial): T01, an accepted request has a quote.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.engagements import is_motivated, stands
from smq.tracing.kept import keeps
from smq.tracing.requests import asks_for_a_quote

rule = Rule(
    __name__,
    "TRC001",
    _("{request} was accepted, and no quote, order, contract or free grant follows."),
    hint=_("Add it: smq register add devis"),
)
_NO_REASON = _("{quote} grants free work to {request} and gives no reason.")
_REASON_HINT = _("Write the reason in the column «{column}».")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the accepted requests for a service that nothing engages."""
    index = tracing.index(system)
    register = index.register("devis")
    if (
        register is None
        or not keeps(index, "demandes", "decision", "activite")
        or not keeps(index, "devis", "demande")
    ):
        return
    reason = register.schema.column("exemption_motif")
    for request in index.rows("demandes"):
        if not request.key or not asks_for_a_quote(request):
            continue
        quotes = index.naming("devis", "demande", request.key)
        standing = [quote for quote in quotes if stands(quote, index)]
        if any(is_motivated(quote) for quote in standing):
            continue
        if not standing or reason is None:
            yield rule.finding(request.at("decision"), request=request.key)
            continue
        yield rule.finding(
            standing[0].at("exemption_motif"),
            message=_NO_REASON,
            hint=_REASON_HINT,
            quote=name_of(standing[0]),
            request=request.key,
            column=reason.label,
        )
