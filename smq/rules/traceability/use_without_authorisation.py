"""Somebody used an instrument alone without a valid authorisation on it that day.

Why: the label asks that every use follow a recorded training; the evaluators' second exercise
starts from a use and asks who trained the user, when, and until when that held.

Wrong:
    registres/usages.csv
    id;usager;equipement;debut;fin;accompagnant
    USG-2026-00001;U001;RAM-001;2026-11-30;2026-11-30;

Fix: write the authorisation that held that day, or who accompanied the user; otherwise close the
access and open a nonconformity.
Source: working referential of the label (unofficial): T14, a use inside an authorisation.
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
from smq.tracing.authorisations import (
    Authorisation,
    Authorisations,
    Standing,
    end_of,
    pair_of,
)
from smq.tracing.kept import keeps
from smq.tracing.work import uses

rule = Rule(
    __name__,
    "TRC014",
    _("{use}, on {day}: {user} had no authorisation on {equipment}, and nobody accompanied."),
    hint=_("Write the authorisation, or who accompanied («accompagnant»)."),
)
_OVER = _("{use}, on {day}: the authorisation {authorisation} ended on {end}.")
_OVER_HINT = _("Write its renewal, or who accompanied («accompagnant»).")
_TO_COME = _("{use}, on {day}: the authorisation {authorisation} dates from {begun}.")
_SUSPENDED = _("{use}, on {day}: the authorisation {authorisation} was suspended on {suspended}.")
_ACCOMPANIED = _(
    "{use}, on {day}: the authorisation {authorisation} is for accompanied use, and nobody"
    " accompanied."
)
_OTHER = _(
    "{use} names {authorisation}, which is for {holder} on {theirs}, not for {user} on {equipment}."
)
_OTHER_HINT = _("Name the authorisation of that user on that instrument.")
_MESSAGES = {
    Standing.NONE: None,
    Standing.OVER: _OVER,
    Standing.TO_COME: _TO_COME,
    Standing.SUSPENDED: _SUSPENDED,
    Standing.ACCOMPANIED: _ACCOMPANIED,
}


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the uses that no authorisation covered, and those that name somebody else's."""
    index = tracing.index(system)
    if not keeps(index, "usages", "usager", "equipement", "debut") or not keeps(
        index, "habilitations", "usager", "equipement", "date_formation"
    ):
        return
    authorisations = Authorisations(index)
    for use, day in uses(index):
        user, equipment = pair_of(use)
        if not user or not equipment:
            continue
        other = _of_another(use, index)
        if other is not None:
            yield _misnamed(use, other)
        elif not use.text("accompagnant").strip():
            known = authorisations.on(user, equipment, day)
            if known.standing is not Standing.VALID:
                yield _uncovered(use, day, known)


def _of_another(use: Row, index: Index) -> Row | None:
    """Return the authorisation that a use names, when it is another user's or instrument's."""
    named = index.row("habilitations", use.text("habilitation").strip())
    return named if named and pair_of(named) != pair_of(use) else None


def _misnamed(use: Row, named: Row) -> Finding:
    (user, equipment), (holder, theirs) = pair_of(use), pair_of(named)
    return rule.finding(
        use.at("habilitation"),
        message=_OTHER,
        hint=_OTHER_HINT,
        use=name_of(use),
        authorisation=name_of(named),
        user=user,
        equipment=equipment,
        holder=holder,
        theirs=theirs,
    )


def _uncovered(use: Row, day: date, known: Authorisation) -> Finding:
    user, equipment = pair_of(use)
    row = known.row
    return rule.finding(
        use.at("debut"),
        message=_MESSAGES[known.standing],
        hint=_OVER_HINT if known.standing is Standing.OVER else None,
        use=name_of(use),
        day=day,
        user=user,
        equipment=equipment,
        authorisation=name_of(row) if row else "",
        begun=row.day("date_formation") if row else None,
        end=end_of(row) if row else None,
        suspended=row.day("suspension") if row else None,
    )
