"""An authorisation does not follow the one before: its dates, its user or its instrument differ.

Why: the right to use an instrument is one line in time; where it forks, overlaps or turns back,
nobody can tell on which training a use rested.

Wrong:
    registres/habilitations.csv
    id;usager;equipement;date_formation;formateur;niveau;duree_validite;renouvelle
    HAB-2026-0001;U001;RAM-001;2026-12-10;P02;autonome;12;
    HAB-2026-0002;U001;RAM-001;2026-06-10;P02;autonome;12;HAB-2026-0001

Fix: name in «renouvelle» the authorisation of the same user on the same instrument that comes just
before; correct the date that is wrong.
Source: working referential of the label (unofficial): T16, the end of validity and the renewals.
"""

from collections.abc import Iterator

from smq import tracing
from smq.i18n import _
from smq.lifecycle import add_months
from smq.model import Finding, QualitySystem
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing import Index
from smq.tracing.authorisations import Authorisations, end_of, pair_of
from smq.tracing.kept import keeps

rule = Rule(
    __name__,
    "TRC016",
    _("{row} renews {before} and does not come after it: {day}, {earlier}."),
    hint=_("Correct the date that is wrong, or the authorisation that it renews."),
)
_OTHER = _("{row}, for {user} on {equipment}, renews {before}, which is for {holder} on {theirs}.")
_OTHER_HINT = _("Name the authorisation of the same user on the same instrument.")
_TWICE = _("{row} renews {before}, which {other} already renews.")
_TWICE_HINT = _("Name the authorisation that comes just before: each is renewed once.")
_OVERLAP = _("{row} begins on {day}, while {before} runs until {end}, and does not renew it.")
_OVERLAP_HINT = _("Write {before} in «renouvelle».")
_END = _("{row} ends on {end}; {months} months after {day} is {right}.")
_END_HINT = _("Correct the end, the duration or the date of training.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the authorisations that do not form one line for each user and instrument."""
    index = tracing.index(system)
    if not keeps(index, "habilitations", "usager", "equipement", "date_formation"):
        return
    for row in index.rows("habilitations"):
        yield from _renewal(row, index)
        yield from _end(row)
    if keeps(index, "habilitations", "renouvelle"):
        for rows in Authorisations(index).pairs():
            yield from _overlaps(rows)


def _renewal(row: Row, index: Index) -> Iterator[Finding]:
    before = index.row("habilitations", row.text("renouvelle").strip())
    if before is None:
        return
    day, earlier = row.day("date_formation"), before.day("date_formation")
    other = index.naming("habilitations", "renouvelle", before.key)[0]
    (user, equipment), (holder, theirs) = pair_of(row), pair_of(before)
    message, hint = None, None
    if (user, equipment) != (holder, theirs):
        message, hint = _OTHER, _OTHER_HINT
    elif other is not row:
        message, hint = _TWICE, _TWICE_HINT
    elif day is None or earlier is None or earlier < day:
        return
    yield rule.finding(
        row.at("renouvelle"),
        message=message,
        hint=hint,
        row=name_of(row),
        before=name_of(before),
        other=name_of(other),
        day=day,
        earlier=earlier,
        user=user,
        equipment=equipment,
        holder=holder,
        theirs=theirs,
    )


def _end(row: Row) -> Iterator[Finding]:
    """Yield an end that somebody wrote and that is not training and duration."""
    end, day = row.day("fin_validite"), row.day("date_formation")
    months = row.value("duree_validite")
    if end and day and isinstance(months, int) and end != add_months(day, months):
        yield rule.finding(
            row.at("fin_validite"),
            message=_END,
            hint=_END_HINT,
            row=name_of(row),
            end=end,
            months=months,
            day=day,
            right=add_months(day, months),
        )


def _overlaps(rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield what begins during another of the same level without renewing it.

    A new training after a suspension, or for a higher level, renews nothing.
    """
    latest: dict[object, Row] = {}
    dated = [(day, row.line, row) for row in rows if (day := row.day("date_formation"))]
    for day, _line, row in sorted(dated, key=lambda found: found[:2]):
        before = latest.get(row.value("niveau"))
        latest[row.value("niveau")] = row
        end = end_of(before) if before else None
        if before is None or end is None or end < day or before.day("suspension"):
            continue
        if not row.text("renouvelle").strip():
            yield rule.finding(
                row.at("date_formation"),
                message=_OVERLAP,
                hint=_OVERLAP_HINT,
                row=name_of(row),
                day=day,
                before=name_of(before),
                end=end,
            )
