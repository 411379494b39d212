"""Documents in force that are to be read again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from smq.agenda.reviews import WARNING
from smq.lifecycle import next_review
from smq.model import Document
from smq.model.task import Task, TaskKind
from smq.todo.case import Case


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield a document whose review is near or past; one that is being revised is read anyway."""
    system = case.system
    day = next_review(document, system) if document.is_in_force(system.today) else None
    if day is None or day > system.today + timedelta(days=WARNING):
        return
    process = system.settings.process(document.process)
    person = process.owner if process and process.owner else document.author
    task = case.task(TaskKind.REVIEW, document, "smq review {code} --unchanged", person, day)
    yield replace(task, late=day < system.today)
