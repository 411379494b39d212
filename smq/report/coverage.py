"""How far a referential is satisfied, for people: bars by chapter, what blocks, what is missing."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from smq.i18n import Translator, _
from smq.model.coverage import Assessment, Coverage, Verdict
from smq.model.referential import STAGES, Level
from smq.report.coverage_words import (
    STAGE_NAMES,
    VERDICTS,
    by_nature,
    first_missing,
    missing,
    named,
    nature_of,
    rests_on,
    sentence,
    status_of,
)
from smq.report.line import Line
from smq.report.sources import shown

LEVELS = {
    Level.PRIORITY: _("priority (proposed by the tool)"),
    Level.EXPECTED: _("expected"),
    Level.RECOMMENDED: _("recommended"),
}
"""Level → msgid."""
_WIDTH = 20
_MARKS = {Verdict.SATISFIED: "█", Verdict.PARTIAL: "▒", Verdict.UNSATISFIED: "·"}
_SHOWN_FIRST = 5
_STYLES = {
    Verdict.SATISFIED: "good",
    Verdict.PARTIAL: "warning",
    Verdict.UNSATISFIED: "error",
    Verdict.NOT_APPLICABLE: "",
}


def summary(coverage: Coverage, translate: Translator) -> Iterator[Line]:
    """Yield the title, a bar a chapter and the counts, each nature apart: no global figure."""
    yield Line.of(heading(coverage, translate), "title")
    width = max((len(title) for title in coverage.referential.chapters.values()), default=0)
    for chapter, found in _by_chapter(coverage):
        title = coverage.referential.chapters.get(chapter, chapter)
        yield Line.of(f"  {title.ljust(width)}  {bar(found)}  {_score(found, translate)}")
    for line in counts(coverage, translate):
        yield Line.of(f"  {line}")
    yield Line.of()


def heading(coverage: Coverage, translate: Translator) -> str:
    """Return the title that every output begins with: what is judged, and that it is unofficial."""
    referential = coverage.referential
    stage = translate(STAGE_NAMES.get(coverage.stage, coverage.stage))
    shown_title = (
        _("{title}, version {version}, all stages (now: {stage})")
        if coverage.whole
        else _("{title}, version {version}, stage: {stage}")
    )
    title = translate(
        shown_title, title=referential.title, version=referential.version, stage=stage
    )
    return f"{title} ({referential.notice})" if referential.notice else title


def bar(assessments: Sequence[Assessment]) -> str:
    """Return a bar of 20 characters: satisfied, partial, the rest; empty without any applicable."""
    kept = [a for a in assessments if a.verdict is not Verdict.NOT_APPLICABLE]
    if not kept:
        return " " * _WIDTH
    cells: list[str] = []
    seen = 0
    for verdict, mark in _MARKS.items():
        seen += sum(a.verdict is verdict for a in kept)
        cells += mark * (round(_WIDTH * seen / len(kept)) - len(cells))
    return "".join(cells)


def _score(assessments: Sequence[Assessment], translate: Translator) -> str:
    kept = [a for a in assessments if a.verdict is not Verdict.NOT_APPLICABLE]
    if not kept:
        return translate(VERDICTS[Verdict.NOT_APPLICABLE])
    good = sum(a.verdict is Verdict.SATISFIED for a in kept)
    return translate(_("{count} of {total}"), count=good, total=len(kept))


def counts(coverage: Coverage, translate: Translator) -> Iterator[str]:
    """Yield a line for each nature that the referential has; they never mix in a total."""
    for word, found in by_nature(coverage.assessments):
        parts = ", ".join(
            f"{number} {translate(VERDICTS[verdict])}"
            for verdict in Verdict
            if (number := sum(a.verdict is verdict for a in found))
        )
        yield translate(_("{nature}: {parts}"), nature=translate(word).capitalize(), parts=parts)


def details(coverage: Coverage, translate: Translator) -> Iterator[Line]:
    """Yield every criterion with its verdict, what it rests on and what is missing."""
    for chapter, found in _by_chapter(coverage):
        yield Line.of(coverage.referential.chapters.get(chapter, chapter), "title")
        for assessment in found:
            yield from criterion_lines(assessment, translate)
        yield Line.of()


def criterion_lines(assessment: Assessment, translate: Translator) -> Iterator[Line]:
    """Yield one criterion: its verdict, then what it rests on or what is missing."""
    criterion = assessment.criterion
    text = f"  {criterion.id}  {criterion.title} – "
    yield Line(((text, ""), (status_of(assessment, translate), _STYLES[assessment.verdict])))
    if assessment.reason:
        yield Line.of(f"      {assessment.reason}", "hint")
    if assessment.proofs:
        refs = named(assessment, translate)
        yield Line.of(f"      {translate(_('rests on: {refs}'), refs=refs)}", "hint")
    for said in first_missing(assessment, translate):
        yield Line.of(f"      – {said}")


def blocking(coverage: Coverage) -> tuple[Assessment, ...]:
    """Return the priority criteria that are not satisfied, by stage, begun ones last."""
    found = [
        a
        for a in coverage.assessments
        if a.criterion.level is Level.PRIORITY
        and a.verdict in (Verdict.UNSATISFIED, Verdict.PARTIAL)
    ]
    return tuple(sorted(found, key=_urgency))


def _urgency(assessment: Assessment) -> tuple[int, bool]:
    stages = [STAGES.index(stage) for stage in assessment.criterion.stages if stage in STAGES]
    return min(stages, default=len(STAGES)), assessment.verdict is Verdict.PARTIAL


def first_steps(coverage: Coverage, translate: Translator) -> Iterator[Line]:
    """Yield at most five lines that say what to do first, as a coach would."""
    steps = list(dict.fromkeys(_steps(coverage, translate)))[:_SHOWN_FIRST]
    if steps:
        yield Line.of(translate(_("First steps towards the label")), "title")
        for number, step in enumerate(steps, 1):
            yield Line.of(f"  {number}. {step}")
        yield Line.of()


def _steps(coverage: Coverage, translate: Translator) -> Iterator[str]:
    said: set[str] = set()
    for assessment in blocking(coverage):
        # One document may be missing from several criteria: it is one thing to do.
        # Another way to the same end is no first step.
        near = (lack for lack in assessment.lacks if not lack.route and not lack.more)
        new = (lack for lack in near if missing(lack, translate) not in said)
        lack = next(new, None)
        if lack is None:
            continue
        said.add(missing(lack, translate))
        yield translate(
            _("{title} ({id}): {lack}"),
            title=assessment.criterion.title,
            id=assessment.criterion.id,
            lack=sentence(lack, translate),
        )


def _by_chapter(coverage: Coverage) -> Iterator[tuple[str, list[Assessment]]]:
    order = list(coverage.referential.chapters)
    known = sorted(coverage.assessments, key=lambda a: _rank(a.criterion.chapter, order))
    for chapter, group in groupby(known, key=lambda a: a.criterion.chapter):
        yield chapter, list(group)


def _rank(chapter: str, order: list[str]) -> int:
    return order.index(chapter) if chapter in order else len(order)


HEADERS = (
    *(_("Criterion"), _("Chapter"), _("Title"), _("Level"), _("Status"), _("Nature")),
    *(_("Rests on"), _("Missing"), _("Source")),
)
"""Titles of the columns of `rows` (msgids)."""


def rows(coverage: Coverage, translate: Translator) -> list[list[str]]:
    """Return one row a criterion, cells as texts, for a sheet or a table."""
    return [
        [
            a.criterion.id,
            coverage.referential.chapters.get(a.criterion.chapter, a.criterion.chapter),
            a.criterion.title,
            translate(LEVELS[a.criterion.level]),
            translate(VERDICTS[a.verdict]),
            translate(nature_of(a)),
            rests_on(a, translate),
            "\n".join(missing(lack, translate) for lack in a.lacks),
            "; ".join(shown(source, translate) for source in a.criterion.sources),
        ]
        for _chapter, group in _by_chapter(coverage)
        for a in group
    ]
