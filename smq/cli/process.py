"""`smq process merge COM PIL`: one process takes over another, codes and links following."""

from collections.abc import Callable
from contextlib import nullcontext
from typing import Annotated

import typer

from smq import files
from smq.cli import console
from smq.cli.options import DryRun
from smq.cli.renaming import say_followed, show_renamed
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.numbering import known_process
from smq.operations.process_merge import Merge, merge_processes
from smq.vcs import codes_ever_given, content_before

_MERGE = "merge"


def command(
    context: typer.Context,
    action: Annotated[
        str | None, typer.Argument(metavar="merge", help=_("What to do: merge."))
    ] = None,
    merged: Annotated[
        str | None, typer.Argument(metavar=_("PROCESS"), help=_("The process that goes."))
    ] = None,
    into: Annotated[
        str | None, typer.Argument(metavar=_("PROCESS"), help=_("The process that takes over."))
    ] = None,
    dry_run: DryRun = False,
) -> None:
    """Merge a process into another: its documents get the next numbers, and links follow.

    Every document keeps its identity and its `modele`, so that criteria still find it. A code that
    was ever approved stays as an alias. All files change together, or none.
    """
    session: Session = context.obj
    _understand(action, merged, into)
    # Numbers are read and given under one lock: two windows never get the same.
    with nullcontext() if dry_run else files.locked(session.root):
        merge = _merge(session, merged or "", into or "")
        if dry_run:
            _show(session, merge)
            return
        files.apply(session.root, merge.renamed.changes, held=True)
        files.prune(session.root, [change.path for change in merge.renamed.changes])
    _report(merge, session.translate)


def _understand(action: str | None, merged: str | None, into: str | None) -> None:
    if action != _MERGE:
        raise SmqError(
            _("«{action}» cannot be done with a process.")
            if action
            else _("Processes can be merged: say which."),
            _("Write: smq process merge COM PIL"),
            action=action or "",
        )
    if merged is None or into is None:
        raise SmqError(
            _("Two processes are needed: the one that goes, then the one that takes over."),
            _("Write: smq process merge COM PIL"),
        )


def _merge(session: Session, merged: str, into: str) -> Merge:
    system = session.system(evidence=True)
    settings = system.settings
    gone, kept = known_process(system, merged), known_process(system, into)
    taken, shallow = codes_ever_given(
        session.root, settings.codification, dict(settings.reading.keys)
    )
    if shallow:
        console.aside(
            session.translate(
                _("Warning: this copy of the repository is not whole; older numbers are not known.")
            )
        )

    def read(path: str) -> bytes | None:
        return files.read(session.root, path)

    def recorded(path: str) -> bool:
        return content_before(session.root, path) == read(path)

    return merge_processes(
        system, gone or "", kept or "", taken=taken, read=read, recorded=recorded
    )


def _show(session: Session, merge: Merge) -> None:
    show_renamed(merge.renamed, session.translate)
    _report(merge, session.translate)
    console.aside(session.translate(_("Nothing was written.")))


def _report(merge: Merge, translate: Translator) -> None:
    say: Callable[[str], None] = console.aside
    for move in merge.renaming.moves:
        if move.code:
            sentence = (
                _("{old} becomes {new}, {title}; the former code stays as an alias")
                if move.alias
                else _("{old} becomes {new}, {title}")
            )
            values = {"old": move.document.label, "new": move.code, "title": move.document.title}
            say(translate(sentence, **values))
    _report_sheet(merge, translate)
    say_followed(merge.renamed, translate)
    say(translate(_("What is left to correct: smq check")))


def _report_sheet(merge: Merge, translate: Translator) -> None:
    ended, sheet = merge.ended, merge.sheet
    if ended is not None:
        removed = ended.path in merge.renaming.removed
        sentence = (
            _("The sheet {code} was never approved: it is removed; git keeps it.")
            if removed
            else _("The sheet {code} is withdrawn, under the code {new}.")
        )
        new = next((m.code for m in merge.renaming.moves if m.document is ended), None)
        console.aside(translate(sentence, code=ended.label, new=new or ended.label))
    if sheet is not None:
        moved = next((m.code for m in merge.renaming.moves if m.document is sheet), None)
        sentence = _("To be read again, since it now speaks for both: {code}, {title}")
        if ended is not None and not merge.joined:
            sentence = _(
                "{code}, {title}, is approved and stays as it is: in its next version, take over"
                " what {former} says."
            )
        former = ended.label if ended else ""
        values = {"code": moved or sheet.label, "title": sheet.title, "former": former}
        console.aside(translate(sentence, **values))
