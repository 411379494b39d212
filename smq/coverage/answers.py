"""The words of `evaluation.yaml`."""

from collections.abc import Mapping

from smq.model.coverage import Verdict

SATISFIED = "satisfait"
UNSATISFIED = "non satisfait"
NOT_APPLICABLE = "sans objet"
STATUSES: Mapping[str, Verdict] = {
    SATISFIED: Verdict.SATISFIED,
    "partiel": Verdict.PARTIAL,
    UNSATISFIED: Verdict.UNSATISFIED,
    NOT_APPLICABLE: Verdict.NOT_APPLICABLE,
}
"""Word of an answer → verdict."""
