"""What became of an expectation, from facts: documents, registers, evidence of criteria."""

from collections.abc import Iterable
from dataclasses import replace

from smq import lifecycle
from smq.coaching.commands import command_for
from smq.coaching.evidence import case_of, known_criteria, leaf_word, leaves, open_leaves, tables_of
from smq.coaching.owners import owner_of, owner_of_table
from smq.coverage import Case
from smq.coverage.criterion import judged as judged_criterion
from smq.coverage.judging import judge
from smq.i18n import _
from smq.model import LABELS, WRITTEN, Document, QualitySystem, Status, Word
from smq.model.coaching import ANSWER, CRITERION, TASK, Expectation, Judged, Standing
from smq.model.coverage import Judgement, Verdict
from smq.model.referential import Evidence
from smq.registers.lack_words import worded

_RANK = (Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.IN_FORCE)
_REACHED = _("{code} is {status}")
_LEFT_TO_FILL = _("{code} is {status}, places left to fill in: {count}")
_NO_DOCUMENT = _("no document carries the code {code}")
_WITHDRAWN = _("{code} is withdrawn")
_ROWS = _("rows in «{table}»: {count}, expected: {wanted}")
_NO_TABLE = _("«{table}» is no register of this platform")
_DONE = _("done on {date}")
_NOT_DONE = _("not done")
_NOT_DONE_REASON = _("not done: {reason}")
_HOLDS = _("what was missing is there")
_ANSWERED = _("{criterion} is answered")
_UNANSWERED = _("{criterion} has no answer yet")
_NO_CRITERION = _("no criterion of this platform is named")


def standings(found: Iterable[Expectation], system: QualitySystem) -> tuple[Judged, ...]:
    """Return what became of several expectations, in their order."""
    case = case_of(system)
    return tuple(standing(one, system, case) for one in found)


def standing(expectation: Expectation, system: QualitySystem, case: Case | None = None) -> Judged:
    """Return what became of an expectation.

    A document reaches a state when its file or its version in force has it; one that moved towards
    it, or waits with nothing left to fill in, is partial. A register is partial with fewer rows
    than asked; where its criteria look at that table, they must find in it what they ask.
    What a criterion lacked is done when its evidence holds, an answer when somebody gave it. A task
    is done when somebody wrote the date.

    Args:
        expectation: which.
        system: the platform.
        case: the same as criteria look at it, where several expectations are judged.
    """
    judged = _judged(_owned(expectation, system), system, case or case_of(system))
    if judged.standing is Standing.DONE or judged.command:
        return judged
    return replace(judged, command=command_for(expectation, system))


def _owned(expectation: Expectation, system: QualitySystem) -> Expectation:
    """Return what a criterion asks with who sees to it, where its row names nobody."""
    if expectation.person or not expectation.criteria or expectation.kind == TASK:
        return expectation
    if expectation.table:
        return replace(expectation, person=owner_of_table(system, expectation.table))
    document = system.find(expectation.document) if expectation.document else None
    return replace(expectation, person=owner_of(system, document))


def _judged(expectation: Expectation, system: QualitySystem, case: Case | None) -> Judged:
    if expectation.kind in (CRITERION, ANSWER):
        return _of_criteria(expectation, case)
    if expectation.document:
        return _of_document(expectation, expectation.document, system)
    if expectation.table:
        return _of_register(expectation, expectation.table, system, case)
    if expectation.done_on:
        return Judged(expectation, Standing.DONE, _DONE, (("date", expectation.done_on),))
    if expectation.reason:
        values = (("reason", expectation.reason),)
        return Judged(expectation, Standing.LEFT, _NOT_DONE_REASON, values)
    return Judged(expectation, Standing.LEFT, _NOT_DONE)


def _of_criteria(expectation: Expectation, case: Case | None) -> Judged:
    """Judge what criteria lacked: the piece of evidence that is named, else the whole of each."""
    if case is None or not any(one in case.criteria for one in expectation.criteria):
        return Judged(expectation, Standing.LEFT, _NO_CRITERION)
    for criterion in known_criteria(expectation.criteria, case):
        if expectation.kind == ANSWER:
            values = (("criterion", criterion.id),)
            if criterion.id not in case.declarations:
                return Judged(expectation, Standing.LEFT, _UNANSWERED, values)
            continue
        if expectation.evidence and criterion.evidence:
            for leaf in open_leaves(criterion.evidence, case):
                if leaf_word(leaf) == expectation.evidence:
                    return _lacking(expectation, judge(leaf, case), case)
            continue
        found = judged_criterion(criterion, case)
        if found.verdict in (Verdict.PARTIAL, Verdict.UNSATISFIED):
            return _lacking(expectation, found, case)
    if expectation.kind == ANSWER:
        named = (("criterion", ", ".join(expectation.criteria)),)
        return Judged(expectation, Standing.DONE, _ANSWERED, named)
    return Judged(expectation, Standing.DONE, _HOLDS)


def _lacking(expectation: Expectation, found: Judgement, case: Case) -> Judged:
    """Return an expectation of which evidence does not hold, with the first thing that it lacks."""
    state = Standing.PARTIAL if found.verdict is Verdict.PARTIAL else Standing.LEFT
    if not found.lacks:
        return Judged(expectation, state, _NOT_DONE)
    lack = worded(found.lacks[0], case.system.registers)
    values = tuple(lack.values.items())
    return Judged(expectation, state, lack.message, values, lack.plural, lack.command)


def _of_document(expectation: Expectation, code: str, system: QualitySystem) -> Judged:
    document = system.find(code)
    if document is None:
        return Judged(expectation, Standing.LEFT, _NO_DOCUMENT, (("code", code),))
    status = lifecycle.status_at(document, system.today)
    if status is Status.WITHDRAWN or status is None:
        return Judged(expectation, Standing.LEFT, _WITHDRAWN, (("code", document.label),))
    values: tuple[tuple[str, object], ...] = (
        ("code", document.label),
        ("status", Word(LABELS[status])),
    )
    wanted = WRITTEN.get(expectation.status or "", Status.IN_FORCE)
    if _has_reached(document, wanted, status, system):
        return Judged(expectation, Standing.DONE, _REACHED, values)
    left = len(document.placeholders)
    if left:
        moved = _rank(status) > 0
        counted = (*values, ("count", left))
        return Judged(
            expectation, Standing.PARTIAL if moved else Standing.LEFT, _LEFT_TO_FILL, counted
        )
    return Judged(expectation, Standing.PARTIAL, _REACHED, values)


def _has_reached(document: Document, wanted: Status, status: Status, system: QualitySystem) -> bool:
    if wanted is Status.DRAFT:
        # A draft is delivered once it is written.
        return not document.placeholders or _rank(status) > 0
    if wanted is Status.IN_FORCE:
        return lifecycle.version_in_force(document, system) is not None
    return _rank(status) >= _rank(wanted)


def _rank(status: Status) -> int:
    return _RANK.index(status) if status in _RANK else len(_RANK)


def _of_register(
    expectation: Expectation, table: str, system: QualitySystem, case: Case | None
) -> Judged:
    register = system.registers.get(table)
    if register is None:
        return Judged(expectation, Standing.LEFT, _NO_TABLE, (("table", table),))
    count = len(register.rows)
    values = (
        ("table", register.schema.title),
        ("count", count),
        ("wanted", expectation.rows),
    )
    if count < expectation.rows:
        state = Standing.PARTIAL if count else Standing.LEFT
        return Judged(expectation, state, _ROWS, values)
    if case is not None:
        asked, lacking = _looked_at(expectation, table, case)
        if lacking is not None:
            return _lacking(expectation, judge(lacking, case), case)
        if asked and expectation.rows == 1:
            return Judged(expectation, Standing.DONE, _HOLDS)
    return Judged(expectation, Standing.DONE, _ROWS, values)


def _looked_at(expectation: Expectation, table: str, case: Case) -> tuple[bool, Evidence | None]:
    """Return whether criteria look at a table, and the first evidence that does not hold there."""
    asked = False
    for criterion in known_criteria(expectation.criteria, case):
        if criterion.evidence is None:
            continue
        asked = asked or any(table in tables_of(leaf) for leaf in leaves(criterion.evidence))
        for leaf in open_leaves(criterion.evidence, case):
            if table in tables_of(leaf):
                return True, leaf
    return asked, None
