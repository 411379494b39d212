"""Something that waits for a person, with the very command that does it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from smq.model.location import Location


class TaskKind(StrEnum):
    """What is to be done; the value is JSON's word, the order that of a day's work."""

    REFUSED = "refused"
    ALTERED = "changed_after_approval"
    WRITE = "to_write"
    SUBMIT = "to_submit"
    VERIFY = "to_verify"
    APPROVE = "to_approve"
    PUBLISH = "to_publish"
    REVIEW = "to_review"
    CONFIRM = "to_confirm"
    READ = "to_acknowledge"
    PROOF = "proof_missing"
    SESSION = "due_at_session"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do.

    Attributes:
        kind: what is to be done.
        ref: code of the document, or number of the row.
        title: of the document; a msgid, or words of the platform, filled by `values`.
        command: to type.
        location: where it stands.
        person: who does it, as written: an identifier or a name; None when nobody is named.
        name: how that person is shown, or None.
        day: until when, or when it happened (a refusal, an approval, a visa); None when nothing
            says so.
        late: that day was a limit, and is past.
        note: more of it, in a sentence (msgid), or None.
        note_plural: msgid of the note for a `count` other than one.
        values: what fills title and note.
    """

    kind: TaskKind
    ref: str
    title: str
    command: str
    location: Location
    person: str | None = None
    name: str | None = None
    day: date | None = None
    late: bool = False
    note: str | None = None
    note_plural: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
