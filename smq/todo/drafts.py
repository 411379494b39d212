"""Drafts: sent back by a refusal, still to be written, or ready to be handed over."""

from collections.abc import Iterator

from smq.i18n import _, plural
from smq.lifecycle import approval_of, coming_version, unnamed_people
from smq.model import Approval, Document, Refusal, Status
from smq.model.task import Task, TaskKind
from smq.todo.case import Case, noted

_LEFT = plural(_("{count} place to complete"), _("{count} places to complete"))
_FILL = "smq fill {code}"
_SUBMIT = "smq submit {code}"


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield what a draft waits for; what is never approved only has to be written."""
    if document.status is not Status.DRAFT:
        return
    count = len(document.placeholders)
    controlled = approval_of(document, case.system) is not Approval.NONE
    refusal = _refusal(document, case)
    if controlled and refusal:
        yield _refused(document, refusal, case)
    elif count:
        yield noted(
            case.task(TaskKind.WRITE, document, _FILL, case.author(document)),
            *_LEFT,
            count=count,
        )
    elif controlled:
        yield _to_submit(document, case)


def _refused(document: Document, refusal: Refusal, case: Case) -> Task:
    command = _FILL if document.placeholders else _SUBMIT
    task = case.task(TaskKind.REFUSED, document, command, case.author(document), refusal.date)
    return noted(task, "{reason}", reason=refusal.reason)


def _to_submit(document: Document, case: Case) -> Task:
    unnamed = unnamed_people(document, case.system)
    if not unnamed:
        return case.task(TaskKind.SUBMIT, document, _SUBMIT, case.author(document))
    fields = " ".join(f'"{name}=…"' for name in unnamed)
    command = f"smq set {{code}} {fields}"
    task = case.task(TaskKind.SUBMIT, document, command, case.author(document))
    return noted(task, _("nobody is named: {fields}"), fields=", ".join(unnamed))


def _refusal(document: Document, case: Case) -> Refusal | None:
    """Return why the version under way went back to its author, the last time; None otherwise."""
    version = coming_version(document, case.system.settings)
    mine = [refusal for refusal in document.refusals if refusal.version == version]
    return mine[-1] if mine else None
