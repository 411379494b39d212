"""`un_de: […]`: one piece of evidence of the list is enough."""

from collections.abc import Sequence

from smq.coverage.case import Case
from smq.coverage.judging import branches, supporting
from smq.coverage.sort import Sort, either
from smq.model.coverage import Judgement, Proof, Verdict
from smq.model.referential import Evidence


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when one holds, else what the branch nearest to it lacks."""
    found = branches(evidence, case)
    support = supporting(found)
    holding = [judgement for judgement in found if judgement.verdict is Verdict.SATISFIED]
    if holding:
        proofs = _common(holding)
        if len(holding) < len(found):
            proofs = _needed(proofs, evidence, case)
        return Judgement(Verdict.SATISFIED, proofs, (), support)
    judged = all(judgement.judged for judgement in found)
    begun = [judgement for judgement in found if judgement.verdict is Verdict.PARTIAL]
    nearest = min(begun or found, key=lambda judgement: len(judgement.lacks))
    return Judgement(
        nearest.verdict, either(support) if begun else (), nearest.lacks, support, judged
    )


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
