"""`criteres: […]`: the criteria of another referential hold; one evidence serves both."""

from collections.abc import Iterator, Mapping

from smq.coverage.case import Case
from smq.coverage.judging import together
from smq.coverage.sort import Option, Sort, nothing_such, options, unsatisfied
from smq.i18n import _
from smq.model import Problem
from smq.model.coverage import Judgement, Lack, Verdict
from smq.model.referential import Evidence

OPTIONS: Mapping[str, Option] = {"criteres": Option.TEXTS}
NONE_APPLIES = _("None of these criteria applies to this platform: {criteria}.")
CIRCLE = _("The criterion {criterion} is judged by itself: its evidence comes back to it.")


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when all those that apply to this platform hold."""
    ids = options(evidence).texts("criteres")
    found = [_judged(criterion, case) for criterion in ids]
    applicable = [one for one in found if one.verdict is not Verdict.NOT_APPLICABLE]
    if applicable:
        return together(applicable)
    return unsatisfied(Lack(NONE_APPLIES, {"criteria": ", ".join(ids)}, evidence.location))


def _judged(name: str, case: Case) -> Judgement:
    """Return what became of a criterion, once for all that cite it."""
    # A criterion is judged by its evidence, and this sort of evidence by criteria.
    from smq.coverage.criterion import judged

    if name not in case.judged:
        circle = Lack(CIRCLE, {"criterion": name}, case.criteria[name].location)
        case.judged[name] = Judgement(Verdict.UNSATISFIED, (), (circle,), judged=False)
        case.judged[name] = judged(case.criteria[name], case)
    return case.judged[name]


def faults(evidence: Evidence, case: Case) -> Iterator[Problem]:
    """Yield the criteria that no referential of the platform has."""
    known = options(evidence).texts("criteres")
    if not known:
        yield nothing_such(evidence, "criterion", "")
    for name in known:
        if name not in case.criteria:
            yield nothing_such(evidence, "criterion", name)


SORT = Sort("criteres", OPTIONS, judge, faults)
