"""`explain CRITERION`: one criterion for people: what it asks, from where, and where it stands."""

from collections.abc import Iterator

from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.coverage import Assessment
from smq.model.referential import Criterion, Level, Mark, Nature, Referential
from smq.report.condition import said_condition
from smq.report.coverage import LEVELS, criterion_lines
from smq.report.coverage_words import NATURES, STAGE_NAMES, nature_of
from smq.report.line import Line
from smq.report.sources import shown
from smq.report.wanted import wanted

_LEVELS = {**LEVELS, Level.PRIORITY: _("priority, as the tool proposes")}
_MARKS = {
    Mark.PROGRAMME: _("{level}; the criterion comes from the text of the programme"),
    Mark.PUBLIC_PAGE: _("{level}; the criterion comes from a public page"),
    Mark.INFERRED: _("{level}; the criterion is inferred"),
}
"""Mark → msgid that shows it with the level."""


def explained(
    criterion: Criterion,
    referential: Referential,
    assessment: Assessment,
    system: QualitySystem,
    translate: Translator,
) -> Iterator[Line]:
    """Yield the explanation of a criterion, beginning with what it is and that it is unofficial.

    Args:
        criterion: which.
        referential: that holds it.
        assessment: its verdict at the date of the system.
        system: the platform.
        translate: language.
    """
    notice = f" ({referential.notice})" if referential.notice else ""
    yield Line.of(f"{referential.title}, {referential.version}{notice}", "hint")
    yield Line.of(f"{criterion.id}  {criterion.title}", "title")
    yield Line.of()
    for label, said in _facts(assessment, referential, translate):
        yield Line.of(translate(_("{label}: {said}"), label=label, said=said))
    yield Line.of()
    yield Line.of(translate(_("What proves it:")))
    if criterion.evidence is not None:
        for line in wanted(criterion.evidence, system, translate):
            yield Line.of(f"  {line}")
    if criterion.nature is not Nature.COMPUTED:
        sentence = _("the answer of a person: smq declare {criterion}")
        yield Line.of(f"  – {translate(sentence, criterion=criterion.id)}")
    yield Line.of()
    yield Line.of(translate(_("Where it stands on {date}:"), date=system.today))
    yield from criterion_lines(assessment, translate)


def _facts(
    assessment: Assessment, referential: Referential, translate: Translator
) -> Iterator[tuple[str, str]]:
    criterion = assessment.criterion
    yield (
        translate(_("Chapter")),
        referential.chapters.get(criterion.chapter, criterion.chapter),
    )
    level = translate(_LEVELS[criterion.level])
    yield translate(_("Level")), translate(_MARKS[criterion.mark], level=level)
    stages = (translate(STAGE_NAMES.get(stage, stage)) for stage in criterion.stages)
    yield translate(_("Stages")), ", ".join(stages)
    yield translate(_("Applies")), _condition(criterion, translate)
    computed = criterion.nature is Nature.COMPUTED
    word = NATURES[criterion.nature] if computed else nature_of(assessment)
    yield translate(_("Nature")), translate(word)
    sources = "; ".join(shown(source, translate) for source in criterion.sources)
    yield translate(_("Source")), sources or "–"
    if criterion.help:
        yield translate(_("What an evaluator looks at")), criterion.help


def _condition(criterion: Criterion, translate: Translator) -> str:
    if criterion.condition is None:
        return translate(_("to every platform"))
    return said_condition(criterion.condition, translate)
