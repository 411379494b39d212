"""`sauf: {…}`: the evidence must not hold (no claim open for more than six months).

Evidence that is not understood does not hold, and its absence does not either.
"""

from smq.coverage.case import Case
from smq.coverage.judging import branches, together
from smq.coverage.sort import Sort, unsatisfied
from smq.i18n import _
from smq.model.coverage import Judgement, Lack, Verdict
from smq.model.referential import Evidence

_HOLDS = _("{refs} should not be there.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when the evidence below does not hold."""
    found = together(branches(evidence, case))
    if found.verdict is Verdict.SATISFIED:
        refs = ", ".join(proof.ref for proof in found.proofs or found.support)
        return unsatisfied(Lack(_HOLDS, {"refs": refs}, evidence.location))
    if not found.judged:
        return Judgement(Verdict.UNSATISFIED, (), found.lacks, judged=False)
    return Judgement(Verdict.SATISFIED, vacuous=True)


SORT = Sort("sauf", {}, judge, branches=True)
