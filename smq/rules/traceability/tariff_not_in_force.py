"""A quote cites a tariff that was not in force on its date, or not for that category of user.

Why: prices are public and voted by an authority; a user who was asked another price than the one
in force can contest the invoice.

Wrong:
    registres/devis.csv
    id;demande;nature;version;date;tarifs;montant_ht;date_acceptation
    DEV-2027-0001;DEM-2027-0001;devis;1;2025-12-18;TAR-2026-001;360,00;2027-01-11

Fix: cite the tariff in force on the date of the quote for the category of the request, or correct
the date; a price outside the list is a row «sur devis» of the list.
Source: working referential of the label (unofficial): T03, a tariff in force for the category.
"""

from collections.abc import Iterator
from datetime import date

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.index import cited
from smq.tracing.kept import keeps
from smq.tracing.tariffs import category_of, in_force, right_one

rule = Rule(
    __name__,
    "TRC003",
    _("{tariff} was not in force on {day}, the date of {quote}."),
    hint=_("Cite the tariff in force that day, or correct the date."),
)
_NEAR = _("In force that day for that category: {near}.")
_OTHER = _("{tariff}, cited by {quote}, is the price for «{theirs}»; the request is of «{ours}».")
_OTHER_HINT = _("Cite the tariff of that category, or correct the category of the request.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the tariffs cited that did not apply."""
    index = tracing.index(system)
    if not keeps(index, "devis", "date", "tarifs") or not keeps(index, "tarifs", "date_effet"):
        return
    judges_category = keeps(index, "tarifs", "categorie")
    for quote in index.rows("devis"):
        day = quote.day("date")
        request = index.row("demandes", quote.text("demande").strip())
        category = category_of(request, index) if request and judges_category else None
        for key in cited(quote, "tarifs") if day else ():
            tariff = index.row("tarifs", key)
            if day and tariff:
                yield from _of(quote, day, tariff, category, index)


def _of(
    quote: Row, day: date, tariff: Row, category: str | None, index: Index
) -> Iterator[Finding]:
    applies = in_force(tariff, day, index)
    theirs = tariff.value("categorie")
    if applies and (category is None or theirs is None or theirs == category):
        return
    right = right_one(tariff, category, day, index) if category else None
    register = index.register("tarifs")
    column = register.schema.column("categorie") if register else None
    yield rule.finding(
        quote.at("tarifs"),
        message=_OTHER if applies else None,
        hint=_NEAR if right else _OTHER_HINT if applies else None,
        tariff=name_of(tariff),
        day=day,
        quote=name_of(quote),
        near=name_of(right) if right else "",
        theirs=column.shown(str(theirs)) if column else theirs,
        ours=column.shown(category or "") if column else category,
    )
