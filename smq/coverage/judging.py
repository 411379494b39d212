"""Judges a tree of evidence: how the verdicts of branches make the verdict of the whole."""

from collections.abc import Iterator, Sequence

from smq.coverage.case import Case
from smq.coverage.sort import Sort, either, ill_formed, options
from smq.i18n import _
from smq.load.referential import children
from smq.model import Problem
from smq.model.coverage import Judgement, Lack, Proof, Verdict
from smq.model.referential import Evidence

NOT_JUDGED = _("«{word}»: this evidence cannot be judged; smq check says why.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return what became of a piece of evidence; one with a fault proves nothing, nor denies."""
    sort = sort_of(evidence)
    if sort is None or (not sort.branches and next(leaf_faults(evidence, sort, case), None)):
        return not_judged(evidence)
    return sort.judge(evidence, case)


def not_judged(evidence: Evidence) -> Judgement:
    """Return the judgement of evidence that is not understood."""
    lack = Lack(NOT_JUDGED, {"word": evidence.kind}, evidence.location)
    return Judgement(Verdict.UNSATISFIED, (), (lack,), judged=False)


def leaf_faults(evidence: Evidence, sort: Sort, case: Case) -> Iterator[Problem]:
    """Yield why a piece of evidence that holds no other cannot be judged."""
    wrong = ill_formed(evidence, sort)
    yield from wrong
    if not wrong:
        yield from sort.faults(evidence, case)


def sort_of(evidence: Evidence) -> Sort | None:
    """Return the sort of a piece of evidence, None for an unknown word."""
    # The sorts that hold others judge them through this module.
    from smq.coverage.evidence import SORTS

    return SORTS.get(evidence.kind)


def branches(evidence: Evidence, case: Case) -> list[Judgement]:
    """Return what became of each piece of evidence of a list; what is none is not judged."""
    found = [
        judge(child, case) if isinstance(child, Evidence) else not_judged(evidence)
        for child in children(evidence)
    ]
    return found or [not_judged(evidence)]


def asks_absence(evidence: Evidence) -> bool:
    """Return whether less on the platform may make some of the evidence hold."""
    return (
        evidence.kind in ("sauf", "criteres")
        or options(evidence).boolean("aucun", False)
        or any(asks_absence(child) for child in children(evidence) if isinstance(child, Evidence))
    )


def together(found: Sequence[Judgement]) -> Judgement:
    """Return the verdict of all: partial when some hold, or hold in part (`contracts.md` §11).

    An absence begins nothing: where only absences hold, what is asked beside them is not begun.
    """
    verdicts = {judgement.verdict for judgement in found}
    support = supporting(found)
    lacks = tuple(unique(lack for judgement in found for lack in judgement.lacks))
    judged = all(judgement.judged for judgement in found)
    if verdicts == {Verdict.SATISFIED}:
        proofs = tuple(dict.fromkeys(proof for one in found for proof in one.proofs))
        vacuous = all(judgement.vacuous for judgement in found)
        return Judgement(Verdict.SATISFIED, proofs, (), support, vacuous=vacuous)
    if all(j.verdict is Verdict.UNSATISFIED or j.vacuous for j in found):
        return Judgement(Verdict.UNSATISFIED, (), lacks, judged=judged)
    return Judgement(Verdict.PARTIAL, either(support), lacks, support, judged)


def supporting(found: Sequence[Judgement]) -> tuple[Proof, ...]:
    """Return what must be taken away for nothing to hold; empty when something holds anyway."""
    holding = [judgement for judgement in found if judgement.verdict is not Verdict.UNSATISFIED]
    if not all(judgement.support for judgement in holding):
        return ()
    return tuple(dict.fromkeys(proof for judgement in holding for proof in judgement.support))


def unique(lacks: Iterator[Lack]) -> Iterator[Lack]:
    """Yield each lack once, in order: the values of a lack cannot be hashed.

    Two that stand for others stand for different ones.
    """
    known: list[Lack] = []
    for lack in lacks:
        if lack.more or lack not in known:
            known.append(lack)
            yield lack
