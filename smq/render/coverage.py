"""The coverage of a referential as a Word file: what an evaluator or a coach reads."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from smq.i18n import Translator, _
from smq.model import Document, QualitySystem
from smq.model.coverage import Assessment, Coverage, Verdict
from smq.model.referential import Nature
from smq.render.deliverables import template
from smq.render.docx import render
from smq.render.page import Block, Grid, Page, Prose
from smq.render.wording import literal

WORDS = {
    Verdict.SATISFIED: _("satisfied"),
    Verdict.PARTIAL: _("partial"),
    Verdict.UNSATISFIED: _("not satisfied"),
    Verdict.NOT_APPLICABLE: _("not applicable"),
}
NATURES = {
    Nature.COMPUTED: _("proved by the tool"),
    Nature.DECLARED: _("declared by a person"),
    Nature.TO_BE_READ: _("to be read"),
}
_WIDTHS = (14, 34, 14, 38)
_SHOWN_LACKS = 3


def coverage_docx(
    system: QualitySystem,
    coverage: Coverage,
    unasked: Sequence[Document],
    root: Path,
    translate: Translator,
) -> bytes:
    """Return the Word file of a coverage; its title says that the referential is unofficial.

    Args:
        system: the platform.
        coverage: of its criteria.
        unasked: documents that nothing asks for.
        root: of the platform, where its template may be.
        translate: language.
    """
    referential = coverage.referential
    page = Page(
        language=translate.language,
        platform=system.settings.name,
        acronym=system.settings.acronym or "",
        code="",
        title=translate(_("Coverage of the referential")),
        type_label=referential.notice.capitalize(),
        process_label="",
        version_label=referential.version,
        status_label="",
        effective=translate.date(system.today),
        next_review="",
        audience="",
        modified=system.today,
        before=(
            *_blocks(coverage, system, translate),
            *_unasked(unasked, translate),
        ),
        contents=False,
        landscape=True,
        report=True,
    )
    return render(page, template(root), translate).docx


def _blocks(coverage: Coverage, system: QualitySystem, translate: Translator) -> Iterator[Block]:
    referential = coverage.referential
    yield Prose(
        translate(
            _("**{title}**, version {version} ({notice}). Judged on {date}."),
            title=literal(referential.title),
            version=literal(referential.version),
            notice=literal(referential.notice),
            date=translate.date(system.today),
        )
    )
    yield _counts(coverage, translate)
    for chapter, group in groupby(coverage.assessments, key=lambda a: a.criterion.chapter):
        title = referential.chapters.get(chapter, chapter)
        yield Grid(
            title=title,
            header=(
                translate(_("Criterion")),
                translate(_("Title")),
                translate(_("Status")),
                translate(_("Rests on, or missing")),
            ),
            rows=tuple(_row(assessment, translate) for assessment in group),
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


def _counts(coverage: Coverage, translate: Translator) -> Grid:
    """Return the counts, each nature on its row: the three never mix in a total."""
    natures = [n for n in Nature if any(a.nature is n for a in coverage.assessments)]
    return Grid(
        title=translate(_("In numbers")),
        header=(translate(_("Nature")), *(translate(WORDS[v]).capitalize() for v in Verdict)),
        rows=tuple(
            (
                translate(NATURES[nature]).capitalize(),
                *(str(coverage.count(verdict, nature)) for verdict in Verdict),
            )
            for nature in natures
        ),
    )


def _row(assessment: Assessment, translate: Translator) -> tuple[str, ...]:
    criterion = assessment.criterion
    status = translate(WORDS[assessment.verdict])
    if assessment.nature is not Nature.COMPUTED:
        status = f"{status} ({translate(NATURES[assessment.nature])})"
    # Of several that are joined, one is enough.
    either = f" {translate(_('or'))} "
    refs = (either.join(proof.ref.split(" | ")) for proof in assessment.proofs)
    said = [literal(", ".join(refs))] if assessment.proofs else []
    said += [literal(assessment.reason)] if assessment.reason else []
    lacks = assessment.lacks[:_SHOWN_LACKS]
    said += [literal(translate(lack.message, **lack.values)) for lack in lacks]
    return criterion.id, literal(criterion.title), status, "<br>".join(said)
