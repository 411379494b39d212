"""The coverage of a referential as a Word file: what an evaluator or a coach reads."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from pathlib import Path

from smq.i18n import Translator, _
from smq.model import Document, QualitySystem
from smq.model.coverage import Coverage
from smq.render.page import Block, Grid, Prose
from smq.render.report_page import Heading, report_page, word_file
from smq.render.wording import literal

_WIDTHS = (12, 24, 13, 24, 27)


@dataclass(frozen=True)
class Words:
    """A coverage in words, as every output says it.

    Attributes:
        verdicts: titles of the columns of `natures`, behind that of the nature.
        natures: a row for each: who tells, then how many of each verdict.
        criteria: id → status, what it rests on, what is missing (a sentence a line).
    """

    verdicts: tuple[str, ...]
    natures: tuple[tuple[str, ...], ...]
    criteria: Mapping[str, tuple[str, str, tuple[str, ...]]]


def coverage_docx(
    system: QualitySystem,
    coverage: Coverage,
    words: Words,
    unasked: Sequence[Document],
    root: Path,
    translate: Translator,
) -> bytes:
    """Return the Word file of a coverage; its title says that the referential is unofficial.

    Args:
        system: the platform.
        coverage: of its criteria.
        words: that say it.
        unasked: documents that nothing asks for.
        root: of the platform, where its template may be.
        translate: language.
    """
    referential = coverage.referential
    heading = Heading(
        title=translate(_("Coverage of the referential")),
        kind=referential.notice.capitalize(),
        version=referential.version,
        landscape=True,
    )
    blocks = (*_blocks(coverage, words, system.today, translate), *_unasked(unasked, translate))
    return word_file(report_page(heading, blocks, system, translate), root, translate)


def _blocks(
    coverage: Coverage, words: Words, today: date, translate: Translator
) -> Iterator[Block]:
    referential = coverage.referential
    yield Prose(
        translate(
            _("**{title}**, version {version} ({notice}). Judged on {date}."),
            title=literal(referential.title),
            version=literal(referential.version),
            notice=literal(referential.notice),
            date=translate.date(today),
        )
    )
    yield _counts(words, translate)
    for chapter, group in groupby(coverage.assessments, key=lambda a: a.criterion.chapter):
        title = referential.chapters.get(chapter, chapter)
        yield Grid(
            title=title,
            header=(
                translate(_("Criterion")),
                translate(_("Title")),
                translate(_("Status")),
                translate(_("Rests on")),
                translate(_("Missing")),
            ),
            rows=tuple(
                _row(a.criterion.id, a.criterion.title, words.criteria[a.criterion.id])
                for a in group
            ),
            widths=_WIDTHS,
            compact=True,
        )


def _unasked(documents: Sequence[Document], translate: Translator) -> Iterator[Block]:
    if not documents:
        return
    yield Grid(
        title=translate(_("Documents that nothing asks for")),
        header=(translate(_("Code")), translate(_("Title"))),
        rows=tuple((literal(d.label), literal(d.title)) for d in documents),
        widths=(14, 86),
        compact=True,
    )
    yield Prose(
        translate(
            _(
                "No criterion asks for them, and no other document leads to them or needs them:"
                " cite each where it is used, name in «criteres» a criterion that it supports, or"
                " withdraw it."
            )
        )
    )


def _counts(words: Words, translate: Translator) -> Grid:
    """Return the counts, each nature on its row: they never mix in a total."""
    return Grid(
        title=translate(_("In numbers")),
        header=(translate(_("Nature")), *words.verdicts),
        rows=words.natures,
    )


def _row(name: str, title: str, cells: tuple[str, str, tuple[str, ...]]) -> tuple[str, ...]:
    status, rests_on, lacks = cells
    missing = "<br>".join(f"– {literal(lack)}" for lack in lacks)
    return name, literal(title), status, literal(rests_on), missing
