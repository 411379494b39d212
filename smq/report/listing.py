"""The master list: one row a document, in any of its formats."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from smq.i18n import Translator, _
from smq.lifecycle import next_review, status_at
from smq.model import LABELS, Document, QualitySystem, Status
from smq.report.csv_table import csv_table


@dataclass(frozen=True, slots=True)
class Row:
    """One document of the list."""

    document: Document
    type: str
    status: Status | None
    review: date | None


HEADERS = (
    _("Code"),
    _("Title"),
    _("Type"),
    _("Process"),
    _("Version"),
    _("State"),
    _("Effective date"),
    _("Next review"),
)
"""Titles of the columns (msgids)."""


def rows(system: QualitySystem, documents: Iterable[Document]) -> tuple[Row, ...]:
    """Return a row for each document that has a code, sorted by code."""
    coded = sorted((d for d in documents if d.code_text), key=lambda d: (d.code_text or "", d.path))
    return tuple(
        Row(
            document=document,
            type=document.type or "",
            status=status_at(document, system.today),
            review=next_review(document, system),
        )
        for document in coded
    )


def cells(
    row: Row, translate: Translator, shown: Callable[[date], str] = date.isoformat
) -> tuple[str, ...]:
    """Return the cells of a row, as shown; dates in ISO, which any spreadsheet sorts.

    Args:
        row: a document.
        translate: the language.
        shown: how a date is written where people read it.
    """
    document = row.document
    effective, review = document.effective, row.review
    return (
        document.code_text or "",
        document.title,
        row.type,
        document.process or "",
        document.version,
        translate(LABELS[row.status]) if row.status else "",
        shown(effective) if effective else "",
        shown(review) if review else "",
    )


def as_json(listed: Sequence[Row]) -> str:
    """Return the list as JSON text; keys and states are English in every language."""
    content = [
        {
            "code": row.document.code_text,
            "title": row.document.title,
            "type": row.document.type,
            "process": row.document.process,
            "version": row.document.version,
            "status": row.status.value if row.status else None,
            "effective": _iso(row.document.effective) or None,
            "next_review": _iso(row.review) or None,
            "path": row.document.path,
        }
        for row in listed
    ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_csv(listed: Sequence[Row], translate: Translator) -> bytes:
    """Return the list as a French Excel opens it."""
    header = [translate(header) for header in HEADERS]
    return csv_table(header, [cells(row, translate) for row in listed])


def _iso(day: object) -> str:
    return str(day) if day else ""
