"""What became of an expectation, from facts: the state of a document, the rows of a register."""

from smq import lifecycle
from smq.i18n import _
from smq.model import LABELS, WRITTEN, Document, QualitySystem, Status, Word
from smq.model.coaching import Expectation, Judged, Standing

_RANK = (Status.DRAFT, Status.IN_REVIEW, Status.APPROVED, Status.IN_FORCE)
_REACHED = _("{code} is {status}")
_LEFT_TO_FILL = _("{code} is {status}, {count} places are left to fill in")
_NO_DOCUMENT = _("no document carries the code {code}")
_WITHDRAWN = _("{code} is withdrawn")
_ROWS = _("«{table}» has {count} rows of {wanted}")
_NO_TABLE = _("«{table}» is no register of this platform")
_DONE = _("done on {date}")
_NOT_DONE = _("not done")
_NOT_DONE_REASON = _("not done: {reason}")


def standing(expectation: Expectation, system: QualitySystem) -> Judged:
    """Return what became of an expectation.

    A document reaches a state when its file or its version in force has it; one that moved towards
    it, or waits with nothing left to fill in, is partial. A register is partial with fewer rows
    than asked. A task is done when somebody wrote the date.
    """
    if expectation.document:
        return _of_document(expectation, expectation.document, system)
    if expectation.table:
        return _of_register(expectation, expectation.table, system)
    if expectation.done_on:
        return Judged(expectation, Standing.DONE, _DONE, (("date", expectation.done_on),))
    if expectation.reason:
        values = (("reason", expectation.reason),)
        return Judged(expectation, Standing.LEFT, _NOT_DONE_REASON, values)
    return Judged(expectation, Standing.LEFT, _NOT_DONE)


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


def _of_register(expectation: Expectation, table: str, system: QualitySystem) -> Judged:
    register = system.registers.get(table)
    if register is None:
        return Judged(expectation, Standing.LEFT, _NO_TABLE, (("table", table),))
    count = len(register.rows)
    values = (
        ("table", register.schema.title),
        ("count", count),
        ("wanted", expectation.rows),
    )
    if count >= expectation.rows:
        return Judged(expectation, Standing.DONE, _ROWS, values)
    return Judged(expectation, Standing.PARTIAL if count else Standing.LEFT, _ROWS, values)
