"""Dates of the tables that are past: late actions, authorisations, calibrations, contracts."""

from collections.abc import Iterator

from smq import agenda
from smq.agenda import expectations, reviews
from smq.model import QualitySystem
from smq.model.task import Task, TaskKind

_TOLD_ELSEWHERE = (reviews.KIND, expectations.KIND)


def tasks(system: QualitySystem) -> Iterator[Task]:
    """Yield what the agenda says is overdue, reviews and expectations left to their own sources."""
    for one in agenda.due(system):
        if one.date < system.today and one.kind not in _TOLD_ELSEWHERE:
            yield Task(
                kind=TaskKind.OVERDUE,
                ref=one.ref.rpartition(":")[2],
                title=one.title,
                command="smq agenda --overdue",
                location=one.location,
                person=one.person,
                name=one.name,
                day=one.date,
                late=True,
                values=one.values,
            )
