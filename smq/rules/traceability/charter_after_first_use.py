"""A user began to use instruments before accepting the charter.

Why: the charter says what the platform and the user owe each other; accepted afterwards, it did
not bind the user when it mattered.

Wrong:
    registres/usagers.csv
    id;nom_affiche;structure;categorie;date_acceptation_charte;actif
    U001;Équipe Corrosion;Institut voisin;partenaire_site;2027-02-25;oui

Fix: write the day on which the user accepted the charter; when it was after the first use, leave
the date and have the access procedure looked at.
Source: working referential of the label (unofficial): T17, the charter before the first use.
"""

from collections.abc import Iterator
from datetime import date

from smq import tracing
from smq.i18n import _
from smq.model import Finding, QualitySystem, Severity
from smq.model.table import Row
from smq.rules import Rule
from smq.rules.tables import name_of
from smq.tracing.kept import keeps
from smq.tracing.work import uses

rule = Rule(
    __name__,
    "TRC017",
    _("{user} accepted the charter on {accepted}; the first use, {use}, was on {day}."),
    hint=_("Correct a date that is wrong; leave a true one, and open a nonconformity."),
    severity=Severity.WARNING,
)
_NEVER = _("{user} used an instrument on {day} ({use}), and no acceptance of the charter is dated.")
_NEVER_HINT = _("Write the day on which the charter was accepted.")


@rule.whole_system
def check(system: QualitySystem) -> Iterator[Finding]:
    """Yield the users who had not accepted the charter when they began."""
    index = tracing.index(system)
    if not keeps(index, "usagers", "date_acceptation_charte") or not keeps(
        index, "usages", "usager", "debut"
    ):
        return
    first: dict[str, tuple[date, Row]] = {}
    for use, day in uses(index):
        user = use.text("usager").strip()
        if user not in first or day < first[user][0]:
            first[user] = day, use
    for user, (day, use) in first.items():
        row = index.row("usagers", user)
        accepted = row.day("date_acceptation_charte") if row else None
        if row and (accepted is None or day < accepted):
            yield rule.finding(
                row.at("date_acceptation_charte"),
                message=None if accepted else _NEVER,
                hint=None if accepted else _NEVER_HINT,
                user=user,
                accepted=accepted,
                day=day,
                use=name_of(use),
            )
