"""`smq sync`: bring in what colleagues shared, and send one's own work."""

from pathlib import Path
from typing import Annotated

import typer

from smq import files, vcs
from smq.cli import console
from smq.cli.options import DryRun
from smq.cli.save import Message, Signature, save_work
from smq.cli.session import Session
from smq.cli.shared_work import Work, mend, register_keys, signer, work_of
from smq.cli.sync_after import say_after
from smq.cli.sync_choices import Choices
from smq.cli.sync_joining import bring
from smq.cli.sync_words import Words
from smq.errors import SmqError
from smq.i18n import _
from smq.model import Word
from smq.vcs.meeting import Relation, meet, sent, shared_place
from smq.vcs.refusals import OvertakenError
from smq.vcs.sharing import Place, copy_of, name_place
from smq.vcs.unsaved import sign

_TRIES = 3
_NAMES = _("CODE|all")
_PLACE = Word(_("FOLDER_OR_ADDRESS"))


def command(
    context: typer.Context,
    place: Annotated[
        str | None,
        typer.Option(
            "--with",
            metavar=_("FOLDER_OR_ADDRESS"),
            help=_("Where the platform is shared, named once: a folder of a shared drive will do."),
        ),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar=_("NEW_FOLDER"), help=_("With --with: take a first copy from there.")
        ),
    ] = None,
    mine: Annotated[
        list[str] | None,
        typer.Option("--mine", metavar=_NAMES, help=_("Where two wrote in one place, keep mine.")),
    ] = None,
    theirs: Annotated[
        list[str] | None,
        typer.Option("--theirs", metavar=_NAMES, help=_("Likewise, keep what colleagues wrote.")),
    ] = None,
    message: Message = None,
    no_save: Annotated[
        bool, typer.Option("--no-save", help=_("Leave what is not recorded yet as it is."))
    ] = False,
    signature: Signature = None,
    dry_run: DryRun = False,
) -> None:
    """Bring in what colleagues shared, keep what both wrote, and send your own work.

    What is not recorded yet is recorded first. Rows, fields and passages that two people changed in
    different places are joined; where they wrote in one place, both are shown and nothing is
    changed until somebody chooses. Exit code: 0 all is shared; 1 somebody must choose; 2 the
    command cannot run, and says what became of your work.
    """
    session: Session = context.obj
    if into is not None:
        _copy(session, place, into, dry_run=dry_run)
        return
    choices = Choices(session, mine or (), theirs or ())
    with files.locked(session.root):
        work = _recorded(session, place, message, signature, no_save=no_save, dry_run=dry_run)
        shared = shared_place(session.root)
        if shared is None:
            raise SmqError(
                _("Nobody said yet where this platform is shared."),
                _("Name a folder of a shared drive, or an address: smq sync --with {example}"),
                example=_PLACE,
            )
        _share(session, shared, work, choices, dry_run=dry_run)


def _recorded(
    session: Session,
    place: str | None,
    message: str | None,
    signature: str | None,
    *,
    no_save: bool,
    dry_run: bool,
) -> Work:
    """Return the work here, once it is recorded and the place named.

    Raises:
        SmqError: no version can follow here, or the place does not answer.
    """
    say = session.translate
    if vcs.git_folder(session.root) is None:
        raise SmqError(
            _("This folder keeps no history yet: there is nothing to share."),
            _("Begin one: smq save"),
        )
    mend(session)
    work = work_of(session)
    if work.unsaved.paths and not no_save:
        console.aside(say(_("What is not recorded yet comes first.")))
        who = None if dry_run else signer(session, signature)
        save_work(work, message, who, dry_run=dry_run)
    elif not dry_run:
        who = signer(session, signature)
        if who is not None:
            sign(session.root, who)
    if work.unsaved.paths and no_save:
        console.aside(say(_("Not recorded, and not shared:")))
        work.show()
    if place is not None and not dry_run:
        made = name_place(session.root, place, session.start)
        sentence = _("{place} is now the shared place.") if made else _("Shared with {place}.")
        console.aside(say(sentence, place=place))
    return work


def _share(session: Session, place: Place, work: Work, choices: Choices, *, dry_run: bool) -> None:
    """Bring in and send, again when a colleague was faster.

    Raises:
        SmqError: the place does not answer or does not take.
    """
    say = session.translate
    keys = register_keys(work.system)
    for attempt in range(_TRIES):
        words = Words(session, meet(session.root, place), work.system.settings, keys)
        relation = words.meeting.relation
        if relation is Relation.SAME:
            console.product(say(_("All is shared: there is nothing to bring in or to send.")))
            return
        if relation in (Relation.BEHIND, Relation.APART):
            joined = bring(session, words, choices, dry_run=dry_run)
            words.brought()
            say_after(session, words, joined, dry_run=dry_run)
        if relation is Relation.BEHIND:
            return
        words.sent()
        if dry_run:
            console.aside(say(_("Nothing was written or sent.")))
            return
        try:
            sent(session.root, place)
        except OvertakenError:
            if attempt == _TRIES - 1:
                raise
            continue
        console.product(say(_("Sent to {place}."), place=place.shown))
        return


def _copy(session: Session, place: str | None, into: Path, *, dry_run: bool) -> None:
    """Take a first copy of what is shared.

    Raises:
        SmqError: no place is named, it does not answer, or the folder holds something.
    """
    if place is None:
        raise SmqError(
            _("--into says where a copy goes, not where it comes from."),
            _("Add where the platform is shared: --with FOLDER_OR_ADDRESS"),
        )
    say = session.translate
    folder = session.start / into
    if dry_run:
        console.product(say(_("creates {path}"), path=str(into)))
        return
    copy_of(place, session.start, folder)
    console.product(say(_("{folder} holds a copy of what is shared."), folder=str(into)))
    console.aside(say(_("Work in it, then record and share: smq save, smq sync")))
