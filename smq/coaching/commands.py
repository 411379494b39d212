"""What is typed to deliver what is expected."""

from typing import Protocol

from smq.model import QualitySystem, Status
from smq.model.coaching import ANSWER, CRITERION


class _Wanted(Protocol):
    """What is to be delivered: a deliverable of a plan, or an expectation of the register."""

    @property
    def kind(self) -> str: ...
    @property
    def document(self) -> str | None: ...
    @property
    def table(self) -> str | None: ...
    @property
    def criteria(self) -> tuple[str, ...]: ...


def command_for(wanted: _Wanted, system: QualitySystem) -> str | None:
    """Return what is typed next for what is wanted, None when no command does it."""
    if wanted.kind == ANSWER and wanted.criteria:
        return f"smq declare {wanted.criteria[0]}"
    if wanted.kind == CRITERION and wanted.criteria:
        return f"smq explain {wanted.criteria[0]}"
    if wanted.document:
        return _of_document(wanted.document, system)
    return f"smq register add {wanted.table}" if wanted.table else None


def _of_document(code: str, system: QualitySystem) -> str | None:
    document = system.find(code)
    if document is None or document.status is Status.WITHDRAWN:
        return None
    if document.placeholders:
        return f"smq fill {document.label}"
    state = "en_verification" if document.status is Status.DRAFT else "applicable"
    return f"smq set {document.label} statut={state}"
