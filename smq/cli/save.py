"""`smq save`: record what changed as the next version, in words."""

from typing import Annotated

import typer

from smq import files, vcs
from smq.cli import console
from smq.cli.new_errors import say_new_errors
from smq.cli.options import DryRun
from smq.cli.session import Session
from smq.cli.shared_work import Work, mend, message_for, record, signer, work_of
from smq.i18n import _
from smq.vcs.sharing import has_place

Message = Annotated[
    str | None,
    typer.Option("-m", "--message", metavar=_("TEXT"), help=_("What was done, in a few words.")),
]
Signature = Annotated[
    str | None,
    typer.Option(
        "--signature",
        metavar=_("NAME <E-MAIL>"),
        help=_("Who signs the versions of this folder; said once, then known."),
    ),
]


def command(
    context: typer.Context,
    message: Message = None,
    signature: Signature = None,
    dry_run: DryRun = False,
) -> None:
    """Record all that changed as the next version, and say in words what that is.

    Rendered files, the table of names, and what Word or a shared drive leave behind stay out.
    What `smq check` newly finds is said and does not stop it. Exit code: 0 recorded, or nothing to
    record; 1 a file holds two writings that were never settled; 2 the command cannot run.
    """
    session: Session = context.obj
    say = session.translate
    with files.locked(session.root):
        if vcs.git_folder(session.root) is None:
            if dry_run:
                console.product(say(_("This folder keeps no history yet: one would begin here.")))
                return
            # Who signs is known before anything is made.
            who = signer(session, signature)
            vcs.begin(session.root)
            console.aside(say(_("This folder kept no history: one begins here.")))
        else:
            mend(session)
            who = None if dry_run else signer(session, signature)
        work = work_of(session)
        if not work.unsaved.paths:
            console.product(say(_("Nothing changed since the last version.")))
            work.show()
            return
        save_work(work, message, who, dry_run=dry_run)
    if not dry_run and has_place(session.root):
        console.aside(say(_("To share it with your colleagues: smq sync")))


def save_work(work: Work, message: str | None, who: vcs.Identity | None, *, dry_run: bool) -> None:
    """Record what changed, and say what it was and what it is called.

    Args:
        work: what changed.
        message: what was done, None to ask or to make it from the work.
        who: is to be known to git from now on, None when git knows.
        dry_run: say what would be recorded.

    Raises:
        SmqError: git or a hook refuses.
        Exit: 1 when a file holds two writings that were never settled.
    """
    say = work.session.translate
    around = vcs.around(work.session.root)
    if around is not None:
        sentence = _("The versions are kept with those of {folder}, in one history.")
        console.aside(say(sentence, folder=str(around)))
    head = _("Would be recorded:") if dry_run else _("Changed since the last version:")
    console.product(say(head))
    work.show()
    work.refuse_markers()
    say_new_errors(work)
    if dry_run:
        named = message.strip() if message else work.title
        console.product(say(_("As: «{message}»"), message=named))
        return
    named = message_for(work, message)
    record(work, named, who)
    console.product(say(_("Recorded: «{message}»"), message=named))
