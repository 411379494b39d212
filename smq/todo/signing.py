"""Documents in review: whose visa they wait for."""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import coming_version, is_reviewed, reviewer_asked
from smq.model import Document, Status
from smq.model.task import Task, TaskKind
from smq.todo.case import Case, noted


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield the next visa that a document in review waits for."""
    kind = next_visa(document, case)
    if kind is None:
        return
    version = coming_version(document, case.system.settings)
    verify = kind is TaskKind.VERIFY
    person, verb = (document.reviewer, "verify") if verify else (document.approver, "approve")
    command = f"smq {verb} {{code}}{_outside(person, case)}"
    task = case.task(kind, document, command, person)
    # A first version needs no number.
    yield noted(task, _("version {version}"), version=version) if document.version else task


def next_visa(document: Document, case: Case) -> TaskKind | None:
    """Return whether a content waits to be verified or to be approved, None out of review."""
    if document.state is not Status.IN_REVIEW:
        return None
    version = coming_version(document, case.system.settings)
    verified = is_reviewed(document, version, case.marks.get(document.path))
    asked = reviewer_asked(document, case.system)
    return TaskKind.VERIFY if asked and not verified else TaskKind.APPROVE


def _outside(person: str | None, case: Case) -> str:
    """Return how the visa of somebody whom git does not know is entered by somebody else."""
    known = case.system.settings.person(person)
    return f" --by {known.id} --mode papier --proof …" if known and not known.git else ""
