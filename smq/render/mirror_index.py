"""The list that stands in a mirror: the documents in force, by process, each with its file."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from smq.i18n import Translator, _
from smq.lifecycle import next_review
from smq.model import Document, QualitySystem
from smq.render.cartouche import type_label, version_label
from smq.render.page import Block, Grid, Page, Prose, Target
from smq.render.report_page import Heading, report_page
from smq.render.wording import NONE, literal, process_label, shown_date

_WIDTHS = (6, 13, 7, 4, 6, 6)


def index_page(
    documents: Sequence[Document],
    names: Mapping[str, str],
    day: date,
    system: QualitySystem,
    translate: Translator,
) -> Page:
    """Return the list of the documents of a mirror.

    Args:
        documents: in force, sorted by process.
        names: path → name of its file.
        day: since which the mirror holds exactly these.
        system: the platform.
        translate: its language.
    """
    heading = Heading(
        translate(_("List of applicable documents")), translate(_("Documents in force"))
    )
    page = report_page(
        heading, _blocks(documents, system, translate), replace(system, today=day), translate
    )
    links = {
        d.code_text: Target(d.code_text, d.title, names[d.path]) for d in documents if d.code_text
    }
    return replace(page, links=links)


def _blocks(
    documents: Sequence[Document], system: QualitySystem, translate: Translator
) -> Iterator[Block]:
    if not documents:
        yield Prose(translate(_("No document is in force yet.")))
    for process, group in groupby(documents, lambda d: d.process):
        label = process_label(process, system.settings)
        yield Grid(
            title=label or translate(_("Without a process")),
            header=tuple(translate(word) for word in _HEADER),
            rows=tuple(_row(document, system, translate) for document in group),
            widths=_WIDTHS,
            compact=True,
        )


_HEADER = (
    *(_("Code"), _("Title"), _("Type")),
    *(_("Version"), _("Effective date"), _("Next review")),
)


def _row(document: Document, system: QualitySystem, translate: Translator) -> tuple[str, ...]:
    language = translate.language
    cells = (
        document.code_text or "",
        literal(document.title),
        literal(type_label(document, system, language)),
        literal(version_label(document, system, translate)),
        shown_date(document.effective, language),
        shown_date(next_review(document, system), language),
    )
    return tuple(cell or NONE for cell in cells)
