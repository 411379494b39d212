"""What stands for an accepted quote: a quote, an order, a contract in force, a motivated grant."""

from datetime import date

from smq.model.table import Row
from smq.tracing.index import Index, cited

FREE = "gratuite"
CONTRACT = "contrat"


def engagements_of(analysis: Row, index: Index) -> tuple[Row, ...]:
    """Return the rows of `devis` of an analysis: the one it names, then those of its request."""
    named = index.named(analysis, "devis", "devis")
    of_request = [
        row
        for request in cited(analysis, "demande")
        for row in index.naming("devis", "demande", request)
    ]
    return tuple({id(row): row for row in (*named, *of_request)}.values())


def stands(engagement: Row, index: Index, day: date | None = None) -> bool:
    """Return whether nothing had replaced an engagement on a day; without a day, ever."""
    if not engagement.key:
        return True
    for other in index.naming("devis", "remplace", engagement.key):
        since = other.day("date")
        if other is not engagement and (day is None or since is None or since <= day):
            return False
    return True


def is_motivated(engagement: Row) -> bool:
    """Return whether an engagement commits somebody: free work does so by its reason alone."""
    return engagement.value("nature") != FREE or bool(engagement.value("exemption_motif"))


def accepted_on(engagement: Row, index: Index) -> date | None:
    """Return the day from which an engagement holds, None when it holds from no day.

    It is the day of its acceptance; free work with a reason needs none, its own day counts.
    """
    accepted = engagement.day("date_acceptation")
    if accepted is None and engagement.value("nature") == FREE and is_motivated(engagement):
        return engagement.day("date")
    return accepted


def contract_of(engagement: Row, index: Index) -> Row | None:
    """Return the contract that stands for a quote, None when the row names none."""
    return next(iter(index.named(engagement, "contrat", "contrats")), None)


def covers(engagement: Row, day: date, index: Index) -> bool:
    """Return whether an engagement had been accepted on a day, or its contract was in force."""
    accepted = accepted_on(engagement, index)
    if accepted is not None and accepted <= day:
        return True
    contract = contract_of(engagement, index)
    return contract is not None and is_running(contract, day)


def is_running(contract: Row, day: date) -> bool:
    """Return whether a contract is in force on a day."""
    first, last = contract.day("debut"), contract.day("fin")
    return first is not None and first <= day and (last is None or day <= last)


def commitment(analysis: Row, index: Index) -> Row | None:
    """Return the engagement under which an analysis is invoiced, None when none was accepted.

    It is the one that the analysis names, else the last accepted of its request; when another one
    replaced it and was accepted, that one.
    """
    named = index.named(analysis, "devis", "devis")
    if named:
        return _newest(named[0], index)
    of_request = engagements_of(analysis, index)
    accepted = [row for row in of_request if _is_accepted(row, index)]
    replaced = {key for row in accepted for key in cited(row, "remplace")}
    return max((row for row in accepted if row.key not in replaced), key=_age, default=None)


def _newest(engagement: Row, index: Index) -> Row | None:
    """Return what replaced an engagement in the end, when it was accepted."""
    seen = [engagement]
    while seen[-1].key:
        later = [
            row
            for row in index.naming("devis", "remplace", seen[-1].key)
            if row not in seen and _is_accepted(row, index)
        ]
        if not later:
            break
        seen.append(max(later, key=_age))
    return seen[-1] if _is_accepted(seen[-1], index) else None


def _is_accepted(engagement: Row, index: Index) -> bool:
    return accepted_on(engagement, index) is not None or contract_of(engagement, index) is not None


def _age(engagement: Row) -> tuple[date, int]:
    return engagement.day("date") or date.min, engagement.line
