"""`un_de: […]`: one piece of evidence of the list is enough."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from smq.coverage.case import Case
from smq.coverage.judging import branches, supporting
from smq.coverage.sort import Sort, either
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Evidence


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when one holds, else what the branches lack, the nearest first."""
    found = branches(evidence, case)
    support = supporting(found)
    holding = [judgement for judgement in found if judgement.verdict is Verdict.SATISFIED]
    if holding:
        proofs = _common(holding)
        if len(holding) < len(found):
            proofs = _needed(proofs, evidence, case)
        vacuous = all(judgement.vacuous for judgement in holding)
        return Judgement(Verdict.SATISFIED, proofs, (), support, vacuous=vacuous)
    judged = all(judgement.judged for judgement in found)
    begun = [judgement for judgement in found if judgement.verdict is Verdict.PARTIAL]
    nearest = min(begun or found, key=_distance)
    others = (judgement for judgement in found if judgement is not nearest)
    lacks = (*nearest.lacks, *(lack for other in others for lack in _otherwise(other)))
    return Judgement(nearest.verdict, either(support), lacks, support, judged)


def _distance(judgement: Judgement) -> tuple[bool, int]:
    """Return how far a branch is: what the platform has something of is nearer than the rest."""
    here = any(lack.location is not None for lack in judgement.lacks)
    return not here, len(judgement.lacks)


def _otherwise(judgement: Judgement) -> Iterator[Lack]:
    """Yield what another branch lacks, said as the other way that it is."""
    for position, lack in enumerate(judgement.lacks):
        yield replace(lack, route=lack.route or ("and" if position else "or"))


def _common(holding: Sequence[Judgement]) -> tuple[Proof, ...]:
    """Return what all that hold rest on; else one proof for all, any of which is enough."""
    common = set(holding[0].proofs).intersection(*(other.proofs for other in holding[1:]))
    if common:
        return tuple(proof for proof in holding[0].proofs if proof in common)
    if not all(judgement.proofs for judgement in holding):
        return ()
    return either(tuple(proof for judgement in holding for proof in judgement.proofs))


def _needed(proofs: tuple[Proof, ...], evidence: Evidence, case: Case) -> tuple[Proof, ...]:
    """Return the proofs without which no branch holds: another may hold when a row goes."""
    return tuple(
        proof
        for proof in proofs
        if not any(
            judgement.verdict is Verdict.SATISFIED
            for judgement in branches(evidence, case.without(proof))
        )
    )


SORT = Sort("un_de", {}, judge, branches=True)
