"""When documents in force are read again."""

from collections.abc import Iterator

from smq.agenda.wording import called
from smq.i18n import _
from smq.lifecycle import next_review
from smq.model import Document, QualitySystem, Status, scalars
from smq.model.due import Due

KIND = "revue"
WARNING = 60
"""Days: reading again, correcting and approving take weeks."""


def dates(system: QualitySystem) -> Iterator[Due]:
    """Yield the next review of each document in force, also while its next version is written."""
    for document in system.documents:
        held = _in_force(document, system)
        day = next_review(held, system) if held else None
        if held is None or day is None:
            continue
        person = _reader(document, system)
        yield Due(
            date=day,
            kind=KIND,
            title=_("Review of {document}"),
            ref=document.label,
            location=document.at_field(
                "prochaine_revue" if held.text("prochaine_revue") else "date_application"
            ),
            values={"document": f"{document.label} {document.title}".strip()},
            person=person,
            name=called(person, system),
            areas=tuple(scalar.text for scalar in scalars(document.field("plateaux"))),
            warnings=(WARNING,),
        )


def _in_force(document: Document, system: QualitySystem) -> Document | None:
    if document.is_in_force(system.today):
        return document
    return None if document.status is Status.WITHDRAWN else system.earlier.get(document.path)


def _reader(document: Document, system: QualitySystem) -> str | None:
    """Return who sees to the review: the head of the process, else the author."""
    process = system.settings.process(document.process)
    return process.owner if process and process.owner else document.author
