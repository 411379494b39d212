"""A record once filed: what its sidecar says of a signed or filled-in file."""

from dataclasses import dataclass
from datetime import date

from smq.model.location import Location


@dataclass(frozen=True, slots=True)
class FiledRecord:
    """A record (`enregistrements/**/NAME.yaml` beside the file).

    Attributes:
        id: of the record.
        form: code of the form or model that it fills in, or None.
        form_id: permanent id of that document, or None.
        form_version: of the form when it was filled in, or None.
        dated: of the record, or None.
        signatories: people, ids or names as written.
        title: as shown.
        file: POSIX path of the file from the root, None when it stays elsewhere.
        outside: place and reference of a file that stays elsewhere, or None.
        sha256: hexadecimal, of the file; None when nobody has seen it.
        verified: when smq last saw a file kept elsewhere, or None.
        actual: SHA-256 of the file as it is now; None when it is not there or lies elsewhere.
        location: of the sidecar.
    """

    id: str
    form: str | None
    form_id: str | None
    form_version: str | None
    dated: date | None
    signatories: tuple[str, ...]
    title: str
    file: str | None
    outside: str | None
    sha256: str | None
    verified: date | None
    actual: str | None
    location: Location

    @property
    def intact(self) -> bool:
        """Return whether the file is here and is the one that was filed."""
        return self.actual is not None and self.actual == self.sha256
