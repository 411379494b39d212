"""`smq acknowledge`: people have read the version in force of documents, and who has still to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from smq import files
from smq.cli import choosing, console
from smq.cli.life_cycle import Commit
from smq.cli.options import DryRun
from smq.cli.pending_readings import show_pending
from smq.cli.saving import save
from smq.cli.session import Session
from smq.cli.visa import marked, proof_of
from smq.cli.visa_given import EnteredBy, Mode, On, Proof, Typed, visa_given
from smq.errors import SmqError
from smq.i18n import _
from smq.lifecycle import whole_version
from smq.load.names import with_names
from smq.model import Change, Document, QualitySystem
from smq.operations.acknowledging import acknowledge, acknowledged, in_force
from smq.operations.field_values import Remark
from smq.operations.life_cycle.visa import Visa
from smq.vcs import git_folder
from smq.vcs.recording import record, refuse_unsigned


@dataclass(frozen=True, slots=True)
class _Done:
    """One reading: what is said of it, and the file to write; None when it is there already."""

    said: Remark
    change: Change | None


def command(
    context: typer.Context,
    codes: Annotated[
        list[str] | None,
        typer.Argument(metavar="[CODE…]", help=_("Codes of one or several documents.")),
    ] = None,
    pending: Annotated[
        bool, typer.Option("--pending", help=_("List who has still to read what; write nothing."))
    ] = False,
    person: Annotated[
        str | None,
        typer.Option(
            "--for", metavar=_("PERSON"), help=_("With --pending: only what this person has to.")
        ),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar=_("PERSON"),
            help=_("Who read it; may be repeated; else the person whose address git has."),
        ),
    ] = None,
    version: Annotated[
        str | None,
        typer.Option("--version", metavar="N", help=_("Version on the sheet that was signed.")),
    ] = None,
    mode: Mode = None,
    proof: Proof = None,
    on: On = None,
    entered_by: EnteredBy = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    """Write down that people have read the version in force of documents, or list who has not.

    Which roles read which types stands under «lectures» in smq.yaml.
    """
    session: Session = context.obj
    if pending:
        show_pending(session, codes or [], person)
        return
    if person is not None:
        raise SmqError(
            _("--for goes with --pending."), _("Who read it is named by --by."), person=person
        )
    if not codes:
        raise SmqError(
            _("Which document was read is not said."),
            _("Name it: smq acknowledge CODE – or list what waits: smq acknowledge --pending"),
        )
    names: list[str | None] = [*by] if by else [None]
    visas = [Typed(name, mode, proof, on, entered_by) for name in names]
    _write(session, codes, version, visas, dry_run=dry_run, commit=commit)


def _write(
    session: Session,
    codes: Sequence[str],
    version: str | None,
    typed: Sequence[Typed],
    *,
    dry_run: bool,
    commit: bool,
) -> None:
    if commit:
        refuse_unsigned(session.root)
    with files.locked(session.root):
        system = with_names(session.root, session.system(evidence=True))
        given = [visa_given(session, system, one) for one in typed]
        held = [(d, in_force(system, d, version)) for d in choosing.several(system, codes)]
        done = [
            _one(session, system, document, read, visa)
            for document, read in held
            for visa, _f in given
        ]
        changes = [one.change for one in done if one.change]
        if changes:
            kept = {change.path: change for _visa, proofs in given for change in proofs}
            changes += kept.values()
        save(session, changes, dry_run=dry_run, held=True)
        if not dry_run:
            for one in done:
                console.product(session.translate(one.said.message, **one.said.values))
        if commit and changes and not dry_run:
            named = [path for visa, _f in given for path in proof_of(visa)]
            title = _title(session, done)
            record(session.root, [*(change.path for change in changes), *named], title)
    for document, read in held:
        _warn_of_draft(session, document, read)
    if changes and not (dry_run or commit or git_folder(session.root) is None):
        console.aside(session.translate(_("To record and share it: smq save")))


def _one(
    session: Session, system: QualitySystem, document: Document, held: Document, visa: Visa
) -> _Done:
    version = whole_version(held.version)
    values = {"code": held.label, "version": version, "person": visa.person.spoken_name}
    before = acknowledged(system, held, visa.person)
    if before is not None:
        sentence = _("{code}: {person} acknowledged version {version} on {date} already.")
        return _Done(Remark(sentence, {**values, "date": before}), None)
    mark = held.fingerprint
    if mark is None and held is document:
        mark = marked(session, system, document, _raw(session, document), held.version)
    change = acknowledge(system, held, visa, mark)
    return _Done(Remark(_("{code}: version {version} read by {person}."), values), change)


def _raw(session: Session, document: Document) -> bytes:
    return files.read(session.root, document.path) or b""


def _title(session: Session, done: Sequence[_Done]) -> str:
    """Return the message of a commit; people stay out of it, their files name them."""
    written = [one for one in done if one.change]
    codes = ", ".join(dict.fromkeys(str(one.said.values["code"]) for one in written))
    return session.translate(_("Readings acknowledged: {codes}"), codes=codes)


def _warn_of_draft(session: Session, document: Document, held: Document) -> None:
    """Say which version counts when the file is already that of the next one."""
    if held is not document:
        console.aside(
            session.translate(
                _(
                    "{code} is being revised: what counts is version {version}, in force, not the"
                    " draft in {path}."
                ),
                code=document.label,
                version=held.version,
                path=document.path,
            )
        )
