"""Approved versions that nobody put in force yet."""

from collections.abc import Iterator

from smq.lifecycle import approvals
from smq.model import Document, Status
from smq.model.task import Task, TaskKind
from smq.todo.case import Case


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield an approved version without a day of application; a day to come needs nobody."""
    if document.state is not Status.APPROVED or document.effective is not None:
        return
    signed = [record.date for record in approvals(document, case.system) if record.date]
    said = document.version == "1" or any(v.version == document.version for v in document.history)
    command = "smq publish {code}" if said else 'smq publish {code} --change "…"'
    yield case.task(
        TaskKind.PUBLISH, document, command, case.author(document), max(signed, default=None)
    )
