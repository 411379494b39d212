"""A document type: data of the kit, read from `referentiel/types/`."""

from dataclasses import dataclass
from enum import StrEnum


class Approval(StrEnum):
    """What a type's approval covers (`design.md` §3)."""

    FULL = "complete"
    VERIFICATION = "verification"
    STRUCTURE = "structure"
    NONE = "aucune"


@dataclass(frozen=True, slots=True)
class Section:
    """An obligatory heading: its title and the other titles accepted for it."""

    title: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldType:
    """A structured header field: `texte`, `liste` or `table` (with its columns, name and label)."""

    name: str
    kind: str
    required: bool
    labels: tuple[tuple[str, str], ...]
    columns: tuple["FieldType", ...] = ()

    def label(self, language: str) -> str:
        """Return the label in that language, else the name."""
        return dict(self.labels).get(language, self.name)


@dataclass(frozen=True, slots=True)
class DocumentType:
    """A type of document.

    Attributes:
        code: for example `PRO`.
        names: (language, name) pairs.
        approval: what is approved.
        reviewer: `requis`, `facultatif` or `aucun`.
        review_months: period of review, None for never.
        generated: the body is made at render time.
        landscape: rendered page orientation.
        sections: obligatory headings, in order.
        fields: structured header fields.
    """

    code: str
    names: tuple[tuple[str, str], ...]
    approval: Approval = Approval.FULL
    reviewer: str = "facultatif"
    review_months: int | None = None
    generated: bool = False
    landscape: bool = False
    sections: tuple[Section, ...] = ()
    fields: tuple[FieldType, ...] = ()

    def name(self, language: str) -> str:
        """Return the name in that language, else the code."""
        return dict(self.names).get(language, self.code)
