"""`smq correct`: an editorial correction of a document in force."""

from functools import partial
from typing import Annotated

import typer

from smq import files
from smq.approvals import fingerprinted
from smq.cli import console
from smq.cli.life_cycle import Commit, Walk, walk
from smq.cli.options import Code, DryRun
from smq.cli.session import Session
from smq.cli.visa import marked, proof_of
from smq.cli.visa_given import By, EnteredBy, Mode, On, Proof, Typed, visa_given
from smq.i18n import Translator, _
from smq.lifecycle import approvals
from smq.links import index
from smq.load.past import past_documents
from smq.model import Document, QualitySystem, Status
from smq.operations.life_cycle.correct import Passage, correct, corrected_version, passages
from smq.operations.life_cycle.step import Step
from smq.vcs.versions import past_contents


def command(
    context: typer.Context,
    code: Code,
    change: Annotated[
        str,
        typer.Option("--objet", "--change", metavar=_("TEXT"), help=_("What was corrected.")),
    ],
    by: By = None,
    mode: Mode = None,
    proof: Proof = None,
    on: On = None,
    entered_by: EnteredBy = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """Correct a slip of the pen in a document in force, under its approver's visa alone.

    The text is corrected in its file first; the difference is shown. A number, a date, a code or a
    person that changes asks for a new version: smq revise.
    """
    session: Session = context.obj
    typed = Typed(by, mode, proof, on, entered_by)

    def asked(system: QualitySystem) -> Walk:
        visa, kept = visa_given(session, system, typed)

        def take(known: QualitySystem, document: Document, raw: bytes) -> Step:
            approved = _approved(session, known, document)
            if approved is not None:
                for passage in passages(approved[1], raw):
                    _show(passage, session.translate)
            mark = marked(session, known, document, raw, corrected_version(document))
            return correct(known, document, raw, approved, visa, change, mark)

        return Walk(take, Status.IN_FORCE, also=lambda _system, _steps: kept, named=proof_of(visa))

    walk(session, [code], asked, dry_run=dry_run, commit=commit)


def _approved(
    session: Session, system: QualitySystem, document: Document
) -> tuple[Document, bytes] | None:
    """Return the content that was approved as the version in the header, None when it is lost."""
    read = partial(files.read, session.root)
    wanted = {record.fingerprint for record in approvals(document, system) if record.fingerprint}
    names = index(system)
    contents = past_contents(session.root, [document.path])
    for past, raw in past_documents(contents, system):
        if past.version != document.version:
            continue
        if fingerprinted(past, raw, names, read).fingerprint in wanted:
            return past, raw
    return None


def _show(passage: Passage, translate: Translator) -> None:
    console.product(translate(_("before: {text}"), text=passage.before or "–"))
    console.product(translate(_("after: {text}"), text=passage.after or "–"))
