"""`explain CRITERION`: one criterion for people: what it asks, from where, and where it stands."""

from collections.abc import Iterator

from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.coverage import Assessment
from smq.model.referential import Criterion, Mark, Nature, Referential
from smq.report.coverage import LEVELS, NATURES, STAGE_NAMES, criterion_lines
from smq.report.line import Line
from smq.report.sources import shown
from smq.report.wanted import wanted

MARKS = {
    Mark.PROGRAMME: _("text of the programme"),
    Mark.PUBLIC_PAGE: _("public page"),
    Mark.INFERRED: _("inferred"),
}
"""Mark → msgid."""


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
    for label, said in _facts(criterion, referential, translate):
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
    criterion: Criterion, referential: Referential, translate: Translator
) -> Iterator[tuple[str, str]]:
    yield (
        translate(_("Chapter")),
        referential.chapters.get(criterion.chapter, criterion.chapter),
    )
    mark = translate(MARKS[criterion.mark])
    yield translate(_("Level")), f"{translate(LEVELS[criterion.level])} ({mark})"
    stages = (translate(STAGE_NAMES.get(stage, stage)) for stage in criterion.stages)
    yield translate(_("Stages")), ", ".join(stages)
    yield translate(_("Applies")), _condition(criterion, translate)
    yield translate(_("Nature")), translate(NATURES[criterion.nature])
    sources = "; ".join(shown(source, translate) for source in criterion.sources)
    yield translate(_("Source")), sources or "–"
    if criterion.help:
        yield translate(_("What an evaluator looks at")), criterion.help


def _condition(criterion: Criterion, translate: Translator) -> str:
    if criterion.condition is None:
        return translate(_("to every platform"))
    return translate(_("when smq.yaml says {condition}"), condition=criterion.condition)
