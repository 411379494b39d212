"""`tout: […]`: every piece of evidence of the list holds."""

from smq.coverage.case import Case
from smq.coverage.judging import branches, together
from smq.coverage.sort import Sort
from smq.model.coverage import Judgement
from smq.model.referential import Evidence


def judge(evidence: Evidence, case: Case) -> Judgement:
    """Return satisfied when all hold, partial when some do."""
    return together(branches(evidence, case))


SORT = Sort("tout", {}, judge, branches=True)
