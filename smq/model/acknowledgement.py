"""A reading acknowledged: who read which version in force of a document, and when."""

from dataclasses import dataclass
from datetime import date

from smq.model.location import Location


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """One file of `enregistrements/lectures/`, written once and never changed.

    Attributes:
        document: permanent identifier of the document, or its code when it has none.
        code: as it was on that day.
        version: whole version read.
        fingerprint: of the content read, or None.
        by: who read it.
        date: when, None when it is none.
        mode: how the person said so: `git`, `papier`…
        proof: file that shows it, or None.
        entered_by: who wrote it down, when it is somebody else.
        intact: the file is as it was written: its name carries a part of its hash.
        location: of the file.
    """

    document: str
    code: str
    version: str
    fingerprint: str | None
    by: str
    date: date | None
    mode: str
    proof: str | None
    entered_by: str | None
    intact: bool
    location: Location
