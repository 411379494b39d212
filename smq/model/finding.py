"""A problem that the tool found, as a value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from smq.model.location import Location


class Severity(StrEnum):
    """How much a finding weighs (`contracts.md` §8)."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """Return 0 for an error, 1 for a warning, 2 for a note."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


class Word(str):
    """A value of a finding that is a word of ours (a msgid), to be translated when shown."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place.

    Attributes:
        rule: code of the rule, for example `LNK001`.
        name: name of the rule, for example `broken-link`.
        severity: error, warning or note.
        code: code of the document, or None.
        location: file, line and column.
        message: English sentence (msgid) with `{placeholders}`.
        plural: msgid for `count` other than one, or None.
        hint: English sentence (msgid) saying what to do, or None.
        values: what fills the sentences; a `Word` is translated.
        hint_plural: msgid of the hint for `count` other than one, or None.
    """

    rule: str
    name: str
    severity: Severity
    code: str | None
    location: Location
    message: str
    plural: str | None = None
    hint: str | None = None
    values: Mapping[str, object] = field(default_factory=dict)
    hint_plural: str | None = None
