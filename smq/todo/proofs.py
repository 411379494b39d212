"""Visas given outside git whose proof cannot be shown, or is no more the one that was filed."""

from collections.abc import Iterator
from dataclasses import replace

from smq.i18n import _
from smq.model import Document
from smq.model.task import Task, TaskKind
from smq.proofs import MISSING, Proof, proof_of
from smq.todo.case import Case, called, noted

_NOTES = {
    Proof.UNNAMED: _("visa of {person} for version {version}, no proof named"),
    Proof.ABSENT: _("visa of {person} for version {version}, {proof} is not there"),
    Proof.EMPTY: _("visa of {person} for version {version}, {proof} is empty"),
    Proof.ALTERED: _("visa of {person} for version {version}, {proof} was changed"),
}


def tasks(document: Document, case: Case) -> Iterator[Task]:
    """Yield each visa, of any version, that nothing shows."""
    for number, record in enumerate(document.approvals, 1):
        found = proof_of(record, case.system)
        if found in (*MISSING, Proof.ALTERED):
            command = f'smq set {{code}} "approbations[{number}].preuve=…"'
            person = record.entered_by or case.author(document)
            task = case.task(TaskKind.PROOF, document, command, person, record.date)
            yield noted(
                replace(task, location=document.at(record.line, record.column)),
                _NOTES[found],
                person=called(record.by, case.system) or "…",
                version=record.version,
                proof=record.proof or "",
            )
