"""Judges the criteria of a referential that a stage looks at, in their order."""

from smq.coverage.case import Case
from smq.coverage.criterion import applies, assessed
from smq.model import QualitySystem
from smq.model.coverage import Coverage
from smq.model.referential import STAGES, Criterion, Nature, Referential


def coverage_of(system: QualitySystem, stage: str | None = None) -> Coverage | None:
    """Return the coverage of the platform's first referential, None when it has none."""
    if not system.referentials:
        return None
    return assess(system, system.referentials[0], stage)


def assess(system: QualitySystem, referential: Referential, stage: str | None = None) -> Coverage:
    """Return a referential, judged at the date of the system.

    Args:
        system: the platform, its registers read.
        referential: whose criteria are judged.
        stage: keep what is due at that stage; None judges every criterion.
    """
    case = Case(system, referential)
    kept = [c for c in referential.criteria if stage is None or is_due(c, stage)]
    shown = stage or system.settings.label.stage
    assessments = tuple(assessed(criterion, case) for criterion in kept)
    return Coverage(referential, shown, assessments, whole=stage is None)


def awaiting_answer(system: QualitySystem, referential: Referential) -> tuple[Criterion, ...]:
    """Return the criteria that apply and that a person must answer, where nobody has."""
    case = Case(system, referential)
    return tuple(
        criterion
        for criterion in referential.criteria
        if criterion.nature is not Nature.COMPUTED
        and criterion.id not in case.declarations
        and applies(criterion, case)
    )


def is_due(criterion: Criterion, stage: str) -> bool:
    """Return whether a criterion is looked at by a stage; every one is at an unknown stage.

    Eligibility, engagement and label add up: what was asked before is still asked. A follow-up
    looks at what it names.
    """
    if stage not in STAGES:
        return True
    if stage == "suivi":
        return stage in criterion.stages
    reached = STAGES[: STAGES.index(stage) + 1]
    return any(word in reached for word in criterion.stages)
