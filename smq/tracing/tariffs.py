"""Which tariff is in force on a day, and for whom."""

from datetime import date, timedelta

from smq.model.table import Row
from smq.tracing.index import Index


def last_day(tariff: Row, index: Index) -> date | None:
    """Return the last day of a tariff: its own, else the eve of the tariff that replaces it."""
    own = tariff.day("date_fin")
    if own is not None or not tariff.key:
        return own
    begun = [
        day
        for other in index.naming("tarifs", "remplace", tariff.key)
        if other is not tariff and (day := other.day("date_effet"))
    ]
    return min(begun) - timedelta(days=1) if begun else None


def in_force(tariff: Row, day: date, index: Index) -> bool:
    """Return whether a tariff applies on a day, «sur devis» included; one without date does."""
    first, last = tariff.day("date_effet"), last_day(tariff, index)
    return (first is None or first <= day) and (last is None or day <= last)


def right_one(tariff: Row, category: str, day: date, index: Index) -> Row | None:
    """Return the tariff of the same service that applies to a category on a day, or None."""
    service = tariff.value("prestation")
    if not isinstance(service, str):
        return None
    return next(
        (
            other
            for other in index.naming("tarifs", "prestation", service)
            if other.value("categorie") == category
            and other.value("activite") == tariff.value("activite")
            and in_force(other, day, index)
        ),
        None,
    )


def category_of(request: Row, index: Index) -> str | None:
    """Return the category of the user on the day of a request, else the one of the user's row."""
    said = request.value("categorie")
    if said is None:
        user = index.row("usagers", str(request.value("usager") or ""))
        said = user.value("categorie") if user else None
    return said if isinstance(said, str) else None
