"""The check that an evaluation file tells of: what an evaluator would find, said beforehand."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from smq import check as engine
from smq.cli import console
from smq.evaluation.checked import Checked, errors, of_area
from smq.evaluation.masking import Mask
from smq.i18n import Translator, _
from smq.model import Finding, QualitySystem, Severity, Word
from smq.model.exercise import Exercise
from smq.rules import all_rules
from smq.tracing.faults import with_faults
from smq.vcs import history


def findings(whole: QualitySystem, root: Path) -> tuple[Finding, ...]:
    """Return what the check finds in a platform whose history is in a folder."""
    return engine.run(replace(whole, history=history(root, whole.settings)))


def checked(
    found: Sequence[Finding],
    systems: tuple[QualitySystem, QualitySystem],
    mask: Mask | None,
    translate: Translator,
) -> Checked:
    """Return the errors of a platform.

    Args:
        found: by the check.
        systems: the platform, and what of it enters: one technical unit, or all.
        mask: of the masked form, or None.
        translate: language of the document.
    """
    whole, shown = systems
    faults = of_area(errors(found, whole), whole, shown)
    titles = {rule.code: translate(rule.documentation.summary) for rule in all_rules()}
    if mask is not None:
        kept_back = translate(_("a paper kept back in the masked form"))
        faults = tuple(
            replace(one, place=kept_back) if mask.names_in_path(one.place) else one
            for one in faults
        )
    return Checked(faults, titles)


def with_errors(exercises: Iterable[Exercise], found: Sequence[Finding]) -> tuple[Exercise, ...]:
    """Return exercises whose dossiers tell the errors of their rows: by the rule, no word quoted.

    Args:
        exercises: solved.
        found: by the check.
    """
    summaries = {rule.code: Word(rule.documentation.summary) for rule in all_rules()}
    told = [
        replace(
            one,
            message=_("{title} ({rule})"),
            plural=None,
            values={"title": summaries[one.rule], "rule": one.rule},
        )
        for one in found
        if one.severity is Severity.ERROR
    ]
    return tuple(replace(e, trails=with_faults(e.trails, told)) for e in exercises)


def say_errors(found: Checked, translate: Translator) -> None:
    """Write one line to stderr when the check finds errors."""
    if found.faults:
        sentence = translate.plural(
            _("The check finds {count} error; the document tells it. In full: smq check"),
            _("The check finds {count} errors; the document tells them. In full: smq check"),
            len(found.faults),
        )
        console.aside(sentence)
