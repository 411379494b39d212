"""What rendering gives back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the reader of a Word file would not see as the author wrote it.

    Attributes:
        message: English sentence (msgid) with `{placeholders}`.
        values: (name, value) pairs that fill it.
    """

    message: str
    values: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A Word file and what could not be set as written, each once, in the order met."""

    docx: bytes
    warnings: tuple[Notice, ...] = ()
