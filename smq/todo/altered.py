"""Approved contents that were changed: drafts of the next version, whatever they say."""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import approvals
from smq.model import Document, Status
from smq.model.task import Task, TaskKind
from smq.todo.case import Case, noted


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield a document whose content is no more the one that was approved."""
    if not document.altered or document.status not in (Status.APPROVED, Status.IN_FORCE):
        return
    signed = [r.date for r in approvals(document, case.system) if r.fingerprint and r.date]
    command = "smq revise {code}"
    task = case.task(
        TaskKind.ALTERED, document, command, case.author(document), max(signed, default=None)
    )
    yield noted(task, _("changed since version {version} was approved"), version=document.version)
