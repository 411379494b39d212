"""The dates of a document contradict each other, or contradict its status.

Why: a document that applies before it is approved, or from a day still to come, proves nothing.

Wrong:
    statut: applicable
    date_application: 2027-09-01

Fix: mend the wrong date. To announce a document that applies later, write `statut: approuve`:
it becomes applicable by the date alone.
Approval comes first, then application, then review; each version is dated after the one before.
"""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from smq.i18n import _
from smq.lifecycle import approvals
from smq.model import (
    Document,
    Fields,
    Finding,
    Items,
    Location,
    QualitySystem,
    Severity,
    Status,
    Version,
    Word,
    text_of,
)
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "LIF003",
    _("{first} is {first_date}, after {second} ({second_date})."),
    hint=_("Mend the wrong date."),
)

FUTURE = _("A document that applies later has the status «approuve»; its date makes it applicable.")
WITHDRAWN = _("A withdrawn document is not reviewed any more: remove {first}.")
TODAY = Word(_("today"))


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield each pair of dates in the wrong order."""
    yield from _against_today(document, system)
    yield from _application(document, system)
    yield from _history(document)


def _against_today(document: Document, system: QualitySystem) -> Iterator[Finding]:
    effective, review, today = document.effective, document.next_review, system.today
    if document.status is Status.IN_FORCE and effective and effective > today:
        place = document.at_field("date_application")
        name = _key(document, "date_application")
        yield _finding(document, place, (name, effective), (TODAY, today), hint=FUTURE)
    if document.status is Status.WITHDRAWN and review and review > today:
        place = document.at_field("prochaine_revue")
        name = _key(document, "prochaine_revue")
        yield _finding(
            document, place, (name, review), (TODAY, today), hint=WITHDRAWN, severity=Severity.NOTE
        )
    for record in document.approvals:
        if record.date and record.date > today:
            place = document.at(record.line, record.column)
            name = f"{_key(document, 'approbations')} {record.version}".strip()
            yield _finding(document, place, (name, record.date), (TODAY, today))


def _application(document: Document, system: QualitySystem) -> Iterator[Finding]:
    effective = document.effective
    if effective is None:
        return
    second = (_key(document, "date_application"), effective)
    if document.next_review and document.next_review < effective:
        place = document.at_field("prochaine_revue")
        later = (_key(document, "prochaine_revue"), document.next_review)
        yield _finding(document, place, second, later)
    for record in approvals(document, system):
        if record.date and effective < record.date <= system.today:
            place = document.at(record.line, record.column)
            name = f"{_key(document, 'approbations')} {record.version}"
            yield _finding(document, place, (name, record.date), second)


def _history(document: Document) -> Iterator[Finding]:
    # By version and not by line: some write the newest first, some last.
    dated = sorted(
        ((number, v, v.date) for v in document.history if v.date and (number := _number(v))),
        key=lambda entry: entry[0],
    )
    name = _key(document, "historique")
    for (_low, older, older_date), (_high, newer, newer_date) in pairwise(dated):
        if older_date > newer_date:
            yield _finding(
                document,
                _line_of(document, newer),
                (f"{name} {older.version}", older_date),
                (f"{name} {newer.version}", newer_date),
            )


def _finding(
    document: Document,
    place: Location,
    first: tuple[str, date],
    second: tuple[str, date],
    *,
    hint: str | None = None,
    severity: Severity | None = None,
) -> Finding:
    return rule.finding(
        place,
        code=document.code_text,
        severity=severity or by_state(document),
        hint=hint,
        first=first[0],
        first_date=first[1],
        second=second[0],
        second_date=second[1],
    )


def _key(document: Document, name: str) -> str:
    return dict(document.keys).get(name, name)


def _number(version: Version) -> tuple[int, ...]:
    parts = version.version.split(".")
    return tuple(map(int, parts)) if all(p.isascii() and p.isdigit() for p in parts) else ()


def _line_of(document: Document, version: Version) -> Location:
    node = document.field("historique")
    for item in node.items if isinstance(node, Items) else ():
        if isinstance(item, Fields) and text_of(item.get("version")) == version.version:
            return document.at(item.line, item.column)
    return document.at_field("historique")
