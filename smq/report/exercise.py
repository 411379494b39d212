"""An exercise on the screen: the blank sheet to walk, or what the registers say."""

from collections.abc import Iterator

from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.exercise import Exercise, links_of
from smq.report.line import Line
from smq.report.tracing import tree
from smq.tracing.wording import Tables


def blank(exercise: Exercise, system: QualitySystem, translate: Translator) -> Iterator[Line]:
    """Yield the sheet of a live exercise: the links to show, none of the answers."""
    yield from _heading(exercise, translate)
    for trail in exercise.trails:
        yield Line.of(trail.label, "title")
        for step in links_of(trail):
            yield Line.of(f"  ☐ {step.title}")
        yield Line.of()
    yield Line.of(translate(_("What the registers say: the same command with --solved.")), "hint")


def solution(exercise: Exercise, system: QualitySystem, translate: Translator) -> Iterator[Line]:
    """Yield each dossier as a tree, then how many links hold."""
    yield from _heading(exercise, translate)
    tables = Tables(system.registers, translate)
    for trail in exercise.trails:
        yield from tree(trail, tables, translate)
        yield Line.of()
    links = [step for trail in exercise.trails for step in links_of(trail)]
    held = sum(not step.missing for step in links)
    sentence = _("{held} links of {count} hold.")
    yield Line.of(translate(sentence, held=held, count=len(links)))


def _heading(exercise: Exercise, translate: Translator) -> Iterator[Line]:
    title = translate(_("Traceability exercise"))
    yield Line.of(f"{title} – {exercise.chain.title}", "title")
    if exercise.seed is None:
        yield Line.of(translate(_("Dossiers named by the evaluator.")))
    else:
        yield Line.of(
            translate.plural(
                _("{count} dossier drawn among {population}, seed «{seed}»."),
                _("{count} dossiers drawn among {population}, seed «{seed}»."),
                len(exercise.trails),
                population=exercise.population,
                seed=exercise.seed,
            )
        )
    yield Line.of()
