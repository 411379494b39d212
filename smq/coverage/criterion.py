"""Judges one criterion: what applies, what a person set aside, its evidence and its answer."""

from smq.coverage.answers import NOT_APPLICABLE, UNSATISFIED
from smq.coverage.case import Case
from smq.coverage.evidence.declaration import SORT as DECLARATION
from smq.coverage.judging import asks_absence, judge, together
from smq.errors import SmqError
from smq.expressions import holds
from smq.model import Fields, Scalar
from smq.model.coverage import Assessment, Judgement, Proof, Verdict
from smq.model.referential import Criterion, Declaration, Evidence, Nature


def assessed(criterion: Criterion, case: Case) -> Assessment:
    """Return a criterion with its verdict, what this rests on and what is missing."""
    if not applies(criterion, case):
        return Assessment(criterion, Verdict.NOT_APPLICABLE, criterion.nature)
    answer = _answered(criterion, case)
    if answer is not None and answer.status == NOT_APPLICABLE:
        proofs: tuple[Proof, ...] = (Proof("declaration", criterion.id, answer.location.path),)
        verdict, nature = Verdict.NOT_APPLICABLE, Nature.DECLARED
        return Assessment(criterion, verdict, nature, proofs, (), answer.reason, answer)
    found = _by_evidence(criterion, case)
    proofs = found.proofs if _rests(criterion, found, case) else ()
    nature = criterion.nature
    return Assessment(criterion, found.verdict, nature, proofs, found.lacks, None, answer)


def judged(criterion: Criterion, case: Case) -> Judgement:
    """Return what became of a criterion that others cite; not applicable when it is not asked."""
    if not applies(criterion, case) or set_aside(criterion, case):
        return Judgement(Verdict.NOT_APPLICABLE)
    return _by_evidence(criterion, case)


def applies(criterion: Criterion, case: Case) -> bool:
    """Return whether `si` holds on this platform."""
    try:
        return holds(criterion.condition, case.facts)
    except SmqError:
        # A rule reports the condition at its place; the criterion is judged all the same.
        return True


def set_aside(criterion: Criterion, case: Case) -> Declaration | None:
    """Return the answer by which a person declared a criterion without object, with a reason."""
    answer = _answered(criterion, case)
    return answer if answer is not None and answer.status == NOT_APPLICABLE else None


def _answered(criterion: Criterion, case: Case) -> Declaration | None:
    """Return what a person answered by the date judged at, with a reason and their name."""
    answer = case.declarations.get(criterion.id)
    if answer is None or not (answer.reason and answer.by and answer.date):
        return None
    return answer if answer.date <= case.system.today else None


def _by_evidence(criterion: Criterion, case: Case) -> Judgement:
    """Return the judgement of the evidence; what only a person can tell needs their answer too."""
    computed = judge(criterion.evidence, case) if criterion.evidence else None
    if criterion.nature is Nature.COMPUTED:
        return computed or Judgement(Verdict.UNSATISFIED, judged=False)
    answered = judge(_answer_to(criterion), case)
    given = case.declarations.get(criterion.id)
    # Evidence never outweighs a person who says that the criterion is not satisfied.
    if computed is None or (given is not None and given.status == UNSATISFIED):
        return answered
    return together([computed, answered])


def _rests(criterion: Criterion, found: Judgement, case: Case) -> bool:
    """Return whether nothing holds without the proofs of a partial verdict.

    Where an absence is asked, it may hold once they are gone.
    """
    if found.verdict is not Verdict.PARTIAL or not criterion.evidence:
        return True
    return not asks_absence(criterion.evidence) or all(
        _by_evidence(criterion, case.without(proof)).verdict is Verdict.UNSATISFIED
        for proof in found.proofs
    )


def _answer_to(criterion: Criterion) -> Evidence:
    """Return the evidence that asks for an answer to the criterion itself."""
    line, column = criterion.location.line or 1, criterion.location.column or 1
    key = Scalar("critere", line, column)
    node = Fields(((key, Scalar(criterion.id, line, column, quoted=True)),), line, column)
    return Evidence(DECLARATION.word, node, criterion.location)
