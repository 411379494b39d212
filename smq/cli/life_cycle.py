"""Takes documents a step further: all of those named, or none; says what comes next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

import typer

from smq import check as engine
from smq import files
from smq.check import Choice
from smq.cli import choosing, console, failures
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.load.names import with_names
from smq.model import Change, Document, Finding, QualitySystem, Settings, Severity, Status
from smq.operations.field_values import Remark
from smq.operations.life_cycle.step import Step
from smq.report.sentence import hint, message
from smq.vcs import git_folder
from smq.vcs.recording import record, refuse_unsigned

Codes = Annotated[
    list[str], typer.Argument(metavar="CODE…", help=_("Codes of one or several documents."))
]
Commit = Annotated[
    bool, typer.Option("--commit", help=_("Record it in the history at once, with a message."))
]
Take = Callable[[QualitySystem, Document, bytes], Step]


@dataclass(frozen=True)
class Walk:
    """What a verb asks.

    Attributes:
        take: one document further.
        faultless: the state in which a document must have no error, None when it may.
        also: other files that the steps write.
        named: files that the steps name, and that are recorded with them.
    """

    take: Take
    faultless: Status | None = None
    also: Callable[[QualitySystem, Sequence[Step]], Sequence[Change]] = lambda _system, _steps: ()
    named: tuple[str, ...] = ()


def walk(
    session: Session,
    codes: Sequence[str],
    asked: Callable[[QualitySystem], Walk],
    *,
    dry_run: bool,
    commit: bool,
) -> None:
    """Take the documents named a step further, or none of them.

    Args:
        session: of the command.
        codes: as typed.
        asked: what the verb does on this platform.
        dry_run: show what would be written.
        commit: record it in git.

    Raises:
        SmqError: a code names no document, or nothing can be recorded.
        Exit: 1 when errors in a document are in the way, 2 when a document cannot take the step.
    """
    if commit:
        refuse_unsigned(session.root)
    with files.locked(session.root):
        system = with_names(session.root, session.system())
        documents = choosing.several(system, codes)
        walked = asked(system)
        steps = _steps(session, system, documents, walked)
        changes = [
            Change(step.document.path, files.read(session.root, step.document.path), step.content)
            for step in steps
        ]
        changes += walked.also(system, steps)
        # A step that says only that all is done already writes nothing.
        changes = [change for change in changes if change.before != change.after]
        save(session, changes, dry_run=dry_run, held=True)
        if not dry_run:
            for step in steps:
                console.product(said(step.done, session.translate))
        if commit and changes and not dry_run:
            paths = [*(change.path for change in changes), *walked.named]
            _record(session, paths, _title(steps, system.settings, session.translate))
    for step in steps:
        _show(step, session.translate, dry_run=dry_run)
    if changes and not (dry_run or commit or git_folder(session.root) is None):
        console.aside(session.translate(_("To record and share it: smq save")))


def said(remark: Remark, translate: Translator) -> str:
    """Return a remark as a sentence."""
    return translate(remark.message, **remark.values)


def _record(session: Session, paths: Sequence[str], title: str) -> None:
    try:
        record(session.root, paths, title)
    except SmqError as refusal:
        raise SmqError(
            _("It is written, and not recorded: {reason}"),
            _("Once that is settled: smq save"),
            reason=session.translate(refusal.message, **refusal.values),
        ) from refusal


def _title(steps: Sequence[Step], settings: Settings, translate: Translator) -> str:
    """Return the message of a commit: the first document alone on its line, the others below.

    Where names stay out of the folder they stay out of its history: people stand by identifier.
    """
    ids = {p.spoken_name: p.id for p in settings.people} if settings.identifiers_only else {}
    first, *others = (
        translate(
            step.done.message,
            **{name: ids.get(str(value), value) for name, value in step.done.values.items()},
        )
        for step in steps
    )
    return "\n\n".join([first, "\n".join(others)]) if others else first


def _steps(
    session: Session, system: QualitySystem, documents: Sequence[Document], walked: Walk
) -> list[Step]:
    steps: list[Step] = []
    faults: list[SmqError] = []
    for document in documents:
        raw = files.read(session.root, document.path) or b""
        try:
            steps.append(walked.take(system, document, raw))
        except SmqError as refusal:
            faults.append(refusal)
    for fault in faults:
        failures.stopped(fault, session.translate)
    faultless = walked.faultless is None or _is_faultless(session, system, steps, walked.faultless)
    if faults:
        raise typer.Exit(failures.USAGE)
    if not faultless:
        raise typer.Exit(1)
    return steps


def _is_faultless(
    session: Session, system: QualitySystem, steps: Sequence[Step], state: Status
) -> bool:
    """Return whether documents have no error in a state; show the errors that they have."""
    paths = tuple(step.document.path for step in steps)
    if not paths:
        return True
    # What is being approved is the content as it is now.
    there = tuple(
        replace(d, status=state, altered=False) if d.path in paths else d for d in system.documents
    )
    found = engine.run(replace(system, documents=there), Choice(paths=paths))
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    translate = session.translate
    for finding in errors:
        _say(finding, translate)
    if errors:
        console.aside(
            translate.plural(
                _("{count} error is in the way; nothing was written."),
                _("{count} errors are in the way; nothing was written."),
                len(errors),
            )
        )
    return not errors


def _say(finding: Finding, translate: Translator) -> None:
    console.aside(f"{finding.location} {finding.rule} {message(finding, translate)}")
    advice = hint(finding, translate)
    if advice:
        console.aside(f"  → {advice}")


def _show(step: Step, translate: Translator, *, dry_run: bool) -> None:
    for remark in step.remarks:
        console.aside(translate(_("Warning: {remark}"), remark=said(remark, translate)))
    if not dry_run:
        for remark in step.following:
            console.aside(said(remark, translate))
