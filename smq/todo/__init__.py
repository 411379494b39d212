"""What is to be done, by whom, with which command. Pure.

Each module below is one source: a function `tasks` from the case to what it finds to do.
"""

from collections.abc import Mapping
from dataclasses import replace

from smq.model import QualitySystem
from smq.model.task import Task, TaskKind
from smq.todo import (
    altered,
    drafts,
    overdue,
    proofs,
    publishing,
    readings,
    reviews,
    session,
    signing,
    stale,
)
from smq.todo.case import Case

__all__ = ["todo"]

_SOURCES = (drafts, altered, signing, publishing, reviews, stale, readings, proofs)
_UNDER_WAY = (
    TaskKind.WRITE,
    TaskKind.SUBMIT,
    TaskKind.VERIFY,
    TaskKind.APPROVE,
    TaskKind.PUBLISH,
)
"""Kinds of which a session, where it expects the document, says until when."""
_ORDER = {kind: rank for rank, kind in enumerate(TaskKind)}


def todo(system: QualitySystem, marks: Mapping[str, str]) -> tuple[Task, ...]:
    """Return what is to be done, kind after kind, late things first.

    Args:
        system: the platform, its registers read.
        marks: path of a document in review → fingerprint of its content as the version to come.
    """
    case = Case(system, marks)
    limits = session.limits(system)
    found: list[Task] = []
    for source in _SOURCES:
        for document in system.documents:
            found += (_limited(task, limits, system) for task in source.tasks(document, case))
    found += session.tasks(system, tuple(found))
    found += overdue.tasks(system)
    return tuple(sorted(found, key=_order))


def _limited(task: Task, limits: Mapping[str, session.Limit], system: QualitySystem) -> Task:
    limit = limits.get(task.ref) if task.kind in _UNDER_WAY else None
    return replace(task, day=limit, late=limit < system.today) if limit else task


def _order(task: Task) -> tuple[object, ...]:
    day = task.day.toordinal() if task.day else 0
    return _ORDER[task.kind], not task.late, not day, day, task.ref
