"""A document type: data of the kit, read from `referentiel/types/`."""

from dataclasses import dataclass
from enum import StrEnum


class Approval(StrEnum):
    """What a type's approval covers (`design.md` §3)."""

    FULL = "complete"
    VERIFICATION = "verification"
    STRUCTURE = "structure"
    NONE = "aucune"


REVIEWERS = ("requis", "facultatif", "aucun")
"""Whether a type has a second reader (`verificateur`)."""
ORIENTATIONS = ("portrait", "paysage")
COLUMN_KINDS = ("texte", "choix", "oui_non", "entier", "processus", "liste")
"""What a column of a table may hold (`docs/kits.md`)."""
FIELD_KINDS = (*COLUMN_KINDS, "table")
"""What a structured field of the header may be."""


@dataclass(frozen=True, slots=True)
class Section:
    """An obligatory heading: its title and the other titles accepted for it."""

    title: str
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldType:
    """A structured header field: `texte`, `liste` or `table` (with its columns, name and label).

    A text, or a cell of a column, may also be `choix` (one of `choices`), `oui_non`, `entier` or
    `processus` (the code of a process of the platform).
    """

    name: str
    kind: str
    required: bool
    labels: tuple[tuple[str, str], ...]
    columns: tuple["FieldType", ...] = ()
    choices: tuple[str, ...] = ()

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
