"""Versions in force that people have still to read, where `lectures` of smq.yaml asks it."""

from collections.abc import Iterator

from smq.i18n import _
from smq.lifecycle import whole_version
from smq.model import Document
from smq.model.task import Task, TaskKind
from smq.readings import pending_of
from smq.todo.case import Case, noted


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield each reading of a document's version in force that is not acknowledged."""
    for one in pending_of(document, case.system):
        task = case.task(
            TaskKind.READ, document, "smq acknowledge {code}", one.person.id, one.since
        )
        version = whole_version(one.document.version)
        yield noted(task, _("version {version} in force"), version=version)
