"""What an operation would do to the files of a platform; nothing is written until `files.apply`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One whole file.

    Attributes:
        path: POSIX path relative to the platform's root.
        before: bytes expected there now, None when the file must not exist yet.
        after: bytes to write, None to delete.
    """

    path: str
    before: bytes | None
    after: bytes | None
