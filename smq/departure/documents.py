"""What a person writes, verifies and approves; what they signed stays theirs."""

from collections.abc import Iterator

from smq.departure.held import Fate, FieldSpot, Held
from smq.i18n import _
from smq.lifecycle import next_review, same_person
from smq.model import Document, Person, QualitySystem, Status

_WRITES = _("Documents to write")
_VERIFIES = _("Documents to verify")
_APPROVES = _("Documents to approve")
_GIVEN = _("Visas given")
_FIELDS = (
    ("redacteur", _WRITES),
    ("verificateur", _VERIFIES),
    ("approbateur", _APPROVES),
)


def in_documents(system: QualitySystem, person: Person) -> Iterator[Held]:
    """Yield the places of a person in the headers of living documents, and the visas given."""
    living = [d for d in system.documents if d.status is not Status.WITHDRAWN]
    for field, group in _FIELDS:
        for document in living:
            if same_person(_named(document, field), person.id, system.settings):
                yield _place(document, field, group, system)
    count = sum(
        same_person(record.by, person.id, system.settings)
        for document in system.documents
        for record in document.approvals
    )
    if count:
        first = next(
            document.at(record.line, record.column)
            for document in system.documents
            for record in document.approvals
            if same_person(record.by, person.id, system.settings)
        )
        title = _("{count} visas in approvals: they keep their author")
        yield Held(_GIVEN, title, Fate.KEPT, first, None, {"count": count})


def _named(document: Document, field: str) -> str | None:
    return {
        "redacteur": document.author,
        "verificateur": document.reviewer,
        "approbateur": document.approver,
    }[field]


def _place(document: Document, field: str, group: str, system: QualitySystem) -> Held:
    values: dict[str, object] = {"code": document.label, "title": document.title}
    title = _("{code} – {title}")
    review = next_review(document, system) if document.is_in_force(system.today) else None
    if field == "redacteur" and review is not None:
        title = _("{code} – {title} (review on {review})")
        values["review"] = review
    elif document.state is Status.IN_REVIEW and field != "redacteur":
        title = _("{code} – {title} (a visa is awaited)")
    return Held(
        group, title, Fate.HANDED, document.at_field(field), FieldSpot(document.path, field), values
    )
