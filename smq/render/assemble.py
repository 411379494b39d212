"""From the frozen system to a `Page`: everything a document says, resolved, in its language."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from smq.i18n import LANGUAGES, Translator
from smq.lifecycle import next_review
from smq.load.content import Content
from smq.model import Document, DocumentType, QualitySystem, Status
from smq.model.register import RegisterSchema
from smq.render.cartouche import (
    audience_label,
    status_label,
    type_label,
    version_label,
    watermark,
)
from smq.render.form import form_circuit, form_fields
from smq.render.generated import DrawMap, generated
from smq.render.page import Block, FormField, Grid, Page
from smq.render.process_sheet import FIELDS as PROCESS_SHEET
from smq.render.process_sheet import process_sheet
from smq.render.register_tables import Registers, register_tables
from smq.render.related import page_links, related
from smq.render.structured import Sheet, field_blocks
from smq.render.visas import revisions, visas
from smq.render.wording import person_name, process_label, shown_date

_UPRIGHT_COLUMNS = 5
"""A table of more columns is hard to read on an upright page."""


@dataclass(frozen=True, slots=True)
class Texts:
    """What a page needs and the system does not hold.

    Attributes:
        content: text and pictures of the document (`load.content.read_content`).
        logo: PNG or JPEG of the platform, or None.
        schemas: table → register schema (`load.registers.read_schemas`).
        rows: table → number of rows of the register (`row_counts`).
        draw_map: draws the process map as PNG, or None for its table alone.
    """

    content: Content = field(default_factory=Content)
    logo: bytes | None = None
    schemas: Mapping[str, RegisterSchema] = field(default_factory=dict)
    rows: Mapping[str, int] = field(default_factory=dict)
    draw_map: DrawMap | None = None


@dataclass(frozen=True, slots=True)
class _Parts:
    """The blocks that a type adds to the text."""

    before: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()
    form: tuple[FormField, ...] = ()
    contents: bool = True

    @property
    def is_upright(self) -> bool:
        """Return whether smq makes tables here and none of them needs the long side of a page."""
        grids = [b for b in (*self.before, *self.after) if isinstance(b, Grid)]
        return bool(grids) and all(len(grid.header) <= _UPRIGHT_COLUMNS for grid in grids)


def is_copied(document: Document) -> bool:
    """Return whether a Word, Excel or PDF file is the master: it is copied, never assembled."""
    return bool(document.original)


def assemble(
    document: Document,
    system: QualitySystem,
    texts: Texts,
    translate: Translator,
    targets: Mapping[str, str],
) -> Page:
    """Return the page of a document.

    The page is in the platform's language, whatever the language of the command: a document does
    not change with the person who renders it.

    Args:
        document: one whose master is its Markdown (see `is_copied`).
        system: the platform, at its date.
        texts: what was read for this page.
        translate: the language when the platform does not say its own.
        targets: code → name of the file rendered in the same run; empty for no links.
    """
    translate = _language(system, translate)
    declared = system.type_of(document)
    parts = _parts(document, declared, system, texts, translate)
    settings = system.settings
    review = None if document.status is Status.WITHDRAWN else next_review(document, system)
    return Page(
        language=translate.language,
        platform=settings.name,
        acronym=settings.acronym or "",
        code=document.code_text or "",
        title=document.title,
        type_label=type_label(document, system, translate.language),
        process_label=process_label(document.process, settings),
        version_label=version_label(document, system, translate),
        status_label=status_label(document, system, translate),
        effective=shown_date(document.effective, translate.language),
        next_review=shown_date(review, translate.language),
        audience=audience_label(document, translate),
        modified=_modified(document, declared, system),
        watermark=watermark(document, system, translate),
        logo=texts.logo,
        visas=visas(document, system, translate),
        history=revisions(document, system, translate),
        contents=parts.contents,
        before=parts.before,
        body=texts.content.body,
        after=parts.after,
        form=parts.form,
        links=page_links(document, system, (*parts.before, *parts.after), targets),
        pictures=texts.content.pictures,
        related=related(document, system, translate, targets),
        landscape=bool(declared and declared.landscape and not parts.is_upright),
        author=person_name(document.author, settings) or settings.name,
    )


def _language(system: QualitySystem, translate: Translator) -> Translator:
    own = system.settings.language
    return replace(translate, language=own) if own in LANGUAGES else translate


def _parts(
    document: Document,
    declared: DocumentType | None,
    system: QualitySystem,
    texts: Texts,
    translate: Translator,
) -> _Parts:
    """Return what the type adds; its declared fields tell what it is, never its code."""
    if declared is None:
        return _Parts()
    sheet = Sheet(document, declared, translate)
    names = {f.name for f in declared.fields}
    if names >= PROCESS_SHEET:
        return _Parts(before=process_sheet(sheet, system), contents=False)
    if "champs" in names:
        return _Parts(
            before=form_circuit(sheet, texts.schemas), form=form_fields(sheet), contents=False
        )
    if "tables" in names:
        day = shown_date(system.today, translate.language)
        return _Parts(after=register_tables(sheet, Registers(texts.schemas, texts.rows, day)))
    if "contenu" in names:
        return _Parts(after=generated(sheet, system, texts.schemas, texts.draw_map))
    return _Parts(before=field_blocks(sheet))


def _modified(document: Document, declared: DocumentType | None, system: QualitySystem) -> date:
    """Return the date of the document's properties: its own last date, never after today.

    A document that gathers others is as recent as the gathering; one without a date is of today.
    """
    if document.generated or (declared and declared.generated):
        return system.today
    days = (
        document.effective,
        *(version.date for version in document.history),
        *(approval.date for approval in document.approvals),
        *(review.date for review in document.reviews),
    )
    return max((day for day in days if day and day <= system.today), default=system.today)
