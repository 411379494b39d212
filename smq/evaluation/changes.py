"""What became of each criterion between two evaluations."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from smq.evaluation.lacking import Lacking, lacking
from smq.model.coverage import Assessment, Coverage, Verdict

_RANKS = {Verdict.UNSATISFIED: 0, Verdict.PARTIAL: 1, Verdict.SATISFIED: 2}


@dataclass(frozen=True, slots=True)
class Changed:
    """A criterion whose verdict changed, or what it rests on, or what it lacks.

    Attributes:
        was: before, None when the criterion was not there.
        now: after.
        step: above 0 when it is better, under 0 when it is worse.
        lacking: what is no longer missing, what is now, and what is in another number.
        gained, lost: refs of proofs that came and that went.
    """

    was: Assessment | None
    now: Assessment
    step: int
    lacking: Lacking
    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def judged_anew(self) -> bool:
        """Return whether the verdict is another one."""
        return self.was is None or self.was.verdict is not self.now.verdict


def changed(before: Coverage | None, now: Coverage) -> tuple[Changed, ...]:
    """Return the criteria that changed, in their order; all of them when there was no coverage."""
    old = {a.criterion.id: a for a in before.assessments} if before else {}
    return tuple(_changed(old, now))


def _changed(old: Mapping[str, Assessment], now: Coverage) -> Iterator[Changed]:
    for assessment in now.assessments:
        was = old.get(assessment.criterion.id)
        refs, past = _refs(assessment), _refs(was)
        gained = tuple(ref for ref in refs if ref not in past)
        lost = tuple(ref for ref in past if ref not in refs)
        lacks = lacking(was.lacks, assessment.lacks) if was else Lacking()
        one = Changed(was, assessment, _step(was, assessment, lacks), lacks, gained, lost)
        if one.judged_anew or gained or lost or lacks:
            yield one


def _refs(assessment: Assessment | None) -> tuple[str, ...]:
    """Return what a verdict rests on; the rows of a table are the table: they come every day."""
    proofs = assessment.proofs if assessment else ()
    refs = (part for proof in proofs for part in proof.ref.split(" | "))
    return tuple(dict.fromkeys(ref.partition(":")[0] for ref in refs))


def _step(was: Assessment | None, now: Assessment, lacks: Lacking) -> int:
    """Return the step of the verdict; of the same verdict, whether less or more is missing."""
    if was is None or was.verdict not in _RANKS or now.verdict not in _RANKS:
        return 0
    return _RANKS[now.verdict] - _RANKS[was.verdict] or lacks.step
