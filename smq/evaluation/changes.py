"""What became of each criterion between two evaluations."""

from collections.abc import Iterator
from dataclasses import dataclass

from smq.model.coverage import Assessment, Coverage, Verdict

_RANKS = {Verdict.UNSATISFIED: 0, Verdict.PARTIAL: 1, Verdict.SATISFIED: 2}


@dataclass(frozen=True, slots=True)
class Changed:
    """A criterion whose verdict changed, or what it rests on.

    Attributes:
        was: before, None when the criterion was not there.
        now: after.
        step: above 0 when it is better, under 0 when it is worse.
        gained, lost: refs of proofs that came and that went.
    """

    was: Assessment | None
    now: Assessment
    step: int
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def changed(before: Coverage | None, now: Coverage) -> tuple[Changed, ...]:
    """Return the criteria that changed, in their order; all of them when there was no coverage."""
    old = {a.criterion.id: a for a in before.assessments} if before else {}
    return tuple(_changed(old, now))


def _changed(old: dict[str, Assessment], now: Coverage) -> Iterator[Changed]:
    for assessment in now.assessments:
        was = old.get(assessment.criterion.id)
        refs, past = _refs(assessment), _refs(was)
        gained = tuple(ref for ref in refs if ref not in past)
        lost = tuple(ref for ref in past if ref not in refs)
        if was is None or was.verdict is not assessment.verdict or gained or lost:
            yield Changed(was, assessment, _step(was, assessment), gained, lost)


def _refs(assessment: Assessment | None) -> tuple[str, ...]:
    """Return what a verdict rests on; the rows of a table are the table: they come every day."""
    proofs = assessment.proofs if assessment else ()
    refs = (part for proof in proofs for part in proof.ref.split(" | "))
    return tuple(dict.fromkeys(ref.partition(":")[0] for ref in refs))


def _step(was: Assessment | None, now: Assessment) -> int:
    if was is None or was.verdict not in _RANKS or now.verdict not in _RANKS:
        return 0
    return _RANKS[now.verdict] - _RANKS[was.verdict]
