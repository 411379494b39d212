"""Documents in force that rest on newer versions of what they cite."""

from collections.abc import Iterator

from smq.i18n import _
from smq.model import Document
from smq.model.task import Task, TaskKind
from smq.staleness import Cause, stale_links
from smq.todo.case import Case, noted

_SHOWN = 3


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield a document that somebody has to read again with what it cites, and to confirm."""
    found = [s for s in stale_links(document, case.system) if s.cause is Cause.NEWER]
    if not found:
        return
    targets = ", ".join(f"{s.target.label} (version {s.version})" for s in found[:_SHOWN])
    task = case.task(
        TaskKind.CONFIRM, document, "smq confirm {code}", case.author(document), found[0].since
    )
    more = "…" if len(found) > _SHOWN else ""
    yield noted(task, _("cites {targets}"), targets=f"{targets}{more}")
