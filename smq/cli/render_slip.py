"""`smq render --bordereau`: one paper to sign for the documents that await approval."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import typer

from smq import check, files
from smq.approvals import coming_fingerprints
from smq.cli import choosing, console, failures
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import LABELS, Document, Person, QualitySystem, Severity, Word
from smq.model.task import TaskKind
from smq.operations.life_cycle.approve import approve
from smq.operations.life_cycle.visa import Visa
from smq.render.report_page import word_file
from smq.render.slip import Lot, slip_page
from smq.todo.case import Case
from smq.todo.signing import next_visa


def make_slip(
    session: Session, system: QualitySystem, codes: Sequence[str], folder: Path, *, dry_run: bool
) -> None:
    """Write the slip of the documents named, else of all that await approval.

    Raises:
        SmqError: a document named awaits no approval.
        Exit: 1 when a document is left out, because it could not be approved as it stands.
    """
    translate = session.translate
    case = Case(system, coming_fingerprints(system, partial(files.read, session.root)))
    asked = _named(codes, case) if codes else _awaiting(case)
    ready = _faultless(session, asked, case)
    lots = _lots(ready, case)
    if not asked:
        console.aside(translate(_("No document awaits approval. What is under way: smq todo")))
        return
    place = folder / f"bordereau-de-visa_{session.today.isoformat()}.docx"
    if lots and dry_run:
        console.product(translate(_("creates {path}"), path=place.name))
    elif lots:
        page = slip_page(lots, system, translate)
        files.write_whole(place, word_file(page, session.root, translate))
        console.product(str(place))
        said = translate.plural(
            _("{count} document to sign."), _("{count} documents to sign."), len(ready)
        )
        console.aside(said)
    if len(ready) < len(asked):
        raise typer.Exit(1)


def _awaiting(case: Case) -> tuple[Document, ...]:
    documents = case.system.documents
    return tuple(d for d in documents if next_visa(d, case) is TaskKind.APPROVE)


def _named(codes: Sequence[str], case: Case) -> tuple[Document, ...]:
    """Return the documents named.

    Raises:
        SmqError: one is not in review, or is still to be verified.
    """
    found = choosing.several(case.system, codes)
    for document in found:
        kind = next_visa(document, case)
        if kind is TaskKind.VERIFY:
            raise SmqError(
                _("{code} is still to be verified, as it reads now."),
                _("First: smq verify {code}"),
                code=document.label,
            )
        if kind is None:
            state = document.state
            raise SmqError(
                _("{code} is «{status}»: only what is in review is put on a slip."),
                _("What is under way, and with whom: smq todo"),
                code=document.label,
                status=Word(LABELS[state]) if state else document.text("statut") or "",
            )
    return found


def _faultless(
    session: Session, documents: Sequence[Document], case: Case
) -> tuple[tuple[Document, str, Person], ...]:
    """Return the documents that may be approved, with fingerprint and approver; say the others."""
    paths = {d.path for d in documents}
    found = check.run(case.system, check.Choice(paths=tuple(paths))) if paths else ()
    faulty = {f.location.path for f in found if f.severity is Severity.ERROR}
    ready = []
    for document in documents:
        mark = case.marks.get(document.path)
        person = case.system.settings.person(document.approver)
        if person is None:
            reason = _("its approver is nobody of smq.yaml: smq set {code} approbateur=…")
            _leave_out(session, document, reason)
        elif mark is not None and not _may_be_approved(session, document, case, (mark, person)):
            continue
        elif mark is None or document.path in faulty:
            _leave_out(session, document, _("errors are in the way, see smq check"))
        else:
            ready.append((document, mark, person))
    return tuple(ready)


def _may_be_approved(
    session: Session, document: Document, case: Case, signed: tuple[str, Person]
) -> bool:
    """Return whether `approve` would take this visa; say why it would not."""
    mark, person = signed
    visa = Visa(person, session.today, "papier", "scan.pdf")
    raw = files.read(session.root, document.path) or b""
    try:
        approve(case.system, document, raw, visa, mark)
    except SmqError as refusal:
        failures.stopped(refusal, session.translate)
        return False
    return True


def _leave_out(session: Session, document: Document, reason: str) -> None:
    translate = session.translate
    said = translate(reason, code=document.label)
    sentence = _("{code} stays out of the slip: {reason}.")
    console.aside(translate(sentence, code=document.label, reason=said))


def _lots(ready: Sequence[tuple[Document, str, Person]], case: Case) -> tuple[Lot, ...]:
    """Return what each person approves; people in the order of smq.yaml."""
    by_person: dict[str, list[tuple[Document, str]]] = {}
    for document, mark, person in ready:
        by_person.setdefault(person.id, []).append((document, mark))
    return tuple(
        Lot(person, tuple(by_person[person.id]))
        for person in case.system.settings.people
        if person.id in by_person
    )
