"""Pages that smq draws up itself – sheets, briefs, coverages – and how one becomes a Word file."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from smq.i18n import Translator
from smq.model import QualitySystem
from smq.render.page import Block, Page


@dataclass(frozen=True, slots=True)
class Heading:
    """What the title block of a report says; empty fields are left out of it.

    Attributes:
        title: of the report.
        kind: what sort of paper it is, in words.
        code: number or short name.
        version: of what it reports on.
        status: as shown.
        landscape: page orientation.
    """

    title: str
    kind: str
    code: str = ""
    version: str = ""
    status: str = ""
    landscape: bool = False


def report_page(
    heading: Heading, blocks: Iterable[Block], system: QualitySystem, translate: Translator
) -> Page:
    """Return a report on a platform, dated of the day judged at, without a contents list."""
    return Page(
        language=translate.language,
        platform=system.settings.name,
        acronym=system.settings.acronym or "",
        code=heading.code,
        title=heading.title,
        type_label=heading.kind,
        process_label="",
        version_label=heading.version,
        status_label=heading.status,
        effective=translate.date(system.today),
        next_review="",
        audience="",
        modified=system.today,
        contents=False,
        before=tuple(blocks),
        landscape=heading.landscape,
        report=True,
    )


def word_file(page: Page, root: Path, translate: Translator) -> bytes:
    """Return a page as a Word file, set with the platform's own template when it has one."""
    from smq.render.deliverables import template
    from smq.render.docx import render

    return render(page, template(root), translate).docx
