"""What is wrong in a criterion: unknown evidence, unknown options, what nobody can satisfy."""

from collections.abc import Iterator

from smq.coverage.case import Case
from smq.coverage.judging import leaf_faults, sort_of
from smq.coverage.sort import FAULT, beside, unknown_options
from smq.errors import SmqError
from smq.expressions import holds
from smq.i18n import _
from smq.load.referential import AN_EVIDENCE, children
from smq.model import Location, Problem, Scalar, Word, nearest
from smq.model.referential import Criterion, Evidence

UNKNOWN_SORT = "unknown-evidence"
A_CONDITION = Word(_("a condition on the names of smq.yaml"))


def faults(criterion: Criterion, case: Case) -> Iterator[Problem]:
    """Yield what is wrong in the condition and the evidence of a criterion."""
    if criterion.condition is not None and not _understood(criterion.condition, case):
        yield _ill_formed("si", criterion.condition, A_CONDITION, criterion.location)
    if criterion.evidence is not None:
        yield from _in_evidence(criterion.evidence, case)


def _understood(condition: str, case: Case) -> bool:
    try:
        holds(condition, case.facts)
    except SmqError:
        return False
    return True


def _in_evidence(evidence: Evidence, case: Case) -> Iterator[Problem]:
    from smq.coverage.evidence import SORTS

    sort = sort_of(evidence)
    if sort is None:
        near = nearest(evidence.kind, tuple(SORTS)) or ""
        values = (("word", evidence.kind), ("near", near), ("known", ", ".join(SORTS)))
        yield Problem(UNKNOWN_SORT, evidence.location, values)
    elif sort.branches:
        yield from beside(evidence)
        yield from _in_branches(evidence, case)
    else:
        yield from unknown_options(evidence, sort)
        yield from leaf_faults(evidence, sort, case)


def _in_branches(evidence: Evidence, case: Case) -> Iterator[Problem]:
    found = children(evidence)
    if not found:
        yield _ill_formed(evidence.kind, "", AN_EVIDENCE, evidence.location)
    for child in found:
        if isinstance(child, Evidence):
            yield from _in_evidence(child, case)
        else:
            written = child.text if isinstance(child, Scalar) else ""
            place = Location(evidence.location.path, child.line, child.column)
            yield _ill_formed(evidence.kind, written, AN_EVIDENCE, place)


def _ill_formed(field: str, written: str, expected: Word, place: Location) -> Problem:
    values = (("field", field), ("written", written), ("expected", expected), ("right", expected))
    return Problem(FAULT, place, values)
