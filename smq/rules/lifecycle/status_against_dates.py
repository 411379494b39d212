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
    text_of,
)
from smq.rules import Rule
from smq.rules.weight import by_state

rule = Rule(
    __name__,
    "LIF003",
    _("«{first}» is {first_date}, after «{second}» ({second_date})."),
    hint=_("Mend the wrong date."),
)

AFTER_TODAY = _("«{first}» is {first_date}, after today ({second_date}).")
SIGNED_AFTER_TODAY = _(
    "In «{first}», line of version {version}: «date» is {first_date}, after today ({second_date})."
)
SIGNED_AFTER = _(
    "In «{first}», line of version {version}: «date» is {first_date},"
    " after «{second}» ({second_date})."
)
VERSION_AFTER = _(
    "In «{first}», line of version {version}: «date» is {first_date},"
    " after that of version {second} ({second_date})."
)
FUTURE = _("A document that applies later has the status «approuvé»; its date makes it applicable.")
WITHDRAWN = _("A withdrawn document is not reviewed any more: remove {first}.")


@rule.per_document
def check(document: Document, system: QualitySystem) -> Iterator[Finding]:
    """Yield each pair of dates in the wrong order."""
    yield from _against_today(document, system)
    yield from _application(document, system)
    yield from _history(document)


def _against_today(document: Document, system: QualitySystem) -> Iterator[Finding]:
    effective, review, today = document.effective, document.next_review, system.today
    if document.status is Status.IN_FORCE and effective and effective > today:
        yield _finding(
            document,
            document.at_field("date_application"),
            AFTER_TODAY,
            hint=FUTURE,
            first=_key(document, "date_application"),
            first_date=effective,
            second_date=today,
        )
    if document.status is Status.WITHDRAWN and review and review > today:
        yield _finding(
            document,
            document.at_field("prochaine_revue"),
            AFTER_TODAY,
            hint=WITHDRAWN,
            severity=Severity.NOTE,
            first=_key(document, "prochaine_revue"),
            first_date=review,
            second_date=today,
        )
    for record in document.approvals:
        if record.date and record.date > today:
            yield _finding(
                document,
                document.at(record.line, record.column),
                SIGNED_AFTER_TODAY if record.version else AFTER_TODAY,
                first=_key(document, "approbations") if record.version else "date",
                version=record.version,
                first_date=record.date,
                second_date=today,
            )


def _application(document: Document, system: QualitySystem) -> Iterator[Finding]:
    effective = document.effective
    if effective is None:
        return
    name = _key(document, "date_application")
    if document.next_review and document.next_review < effective:
        yield _finding(
            document,
            document.at_field("prochaine_revue"),
            first=name,
            first_date=effective,
            second=_key(document, "prochaine_revue"),
            second_date=document.next_review,
        )
    for record in approvals(document, system):
        if record.date and effective < record.date <= system.today:
            yield _finding(
                document,
                document.at(record.line, record.column),
                SIGNED_AFTER,
                first=_key(document, "approbations"),
                version=record.version,
                first_date=record.date,
                second=name,
                second_date=effective,
            )


def _history(document: Document) -> Iterator[Finding]:
    # By version and not by line: some write the newest first, some last.
    dated = sorted(
        ((number, v, v.date) for v in document.history if v.date and (number := _number(v))),
        key=lambda entry: entry[0],
    )
    for (_low, older, older_date), (_high, newer, newer_date) in pairwise(dated):
        if older_date > newer_date:
            yield _finding(
                document,
                _line_of(document, newer),
                VERSION_AFTER,
                first=_key(document, "historique"),
                version=older.version,
                first_date=older_date,
                second=newer.version,
                second_date=newer_date,
            )


def _finding(
    document: Document,
    place: Location,
    message: str | None = None,
    *,
    hint: str | None = None,
    severity: Severity | None = None,
    **values: object,
) -> Finding:
    return rule.finding(
        place,
        code=document.code_text,
        severity=severity or by_state(document),
        message=message,
        hint=hint,
        **values,
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
