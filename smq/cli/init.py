"""`smq init`: ask a few questions, write the folder of a platform, make the first commit."""

from pathlib import Path
from typing import Annotated

import typer

from smq import files, vcs
from smq.cli import console
from smq.cli.dialogue import PROGRESS, Dialogue, ask_identity
from smq.cli.options import DryRun
from smq.cli.saving import described
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _, why
from smq.kit import Answer, Kit, read_kit
from smq.kit.answers import completed, from_file, from_pair
from smq.operations.identifiers import random_id
from smq.operations.initialise import Plan, initialise
from smq.root import FILE_NAME


def command(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar=_("FOLDER"), help=_("Folder to create, or an empty one."))
    ],
    kit_name: Annotated[
        str, typer.Option("--kit", metavar=_("NAME"), help=_("Kit to start from."))
    ] = "infra-plus",
    size: Annotated[
        str,
        typer.Option("--size", metavar=_("SIZE"), help=_("Size of the kit: minimal or standard.")),
    ] = "standard",
    answers: Annotated[
        Path | None,
        typer.Option(
            "--answers", metavar=_("FILE"), help=_("Take the answers from this YAML file.")
        ),
    ] = None,
    pairs: Annotated[
        list[str] | None,
        typer.Option("--set", metavar=_("NAME=VALUE"), help=_("Give one answer; may be repeated.")),
    ] = None,
    yes: Annotated[
        bool,
        typer.Option(
            "--yes", "-y", help=_("Ask nothing; what is not known becomes a placeholder.")
        ),
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Create the folder of a platform: settings, documents of the kit, first commit.

    The questions can be stopped with Ctrl-C and taken up again by the same command.
    No file is ever overwritten.
    """
    session: Session = context.obj
    translate = session.translate
    root = (folder if folder.is_absolute() else session.start / folder).resolve()
    _refuse_existing(root)
    kit = read_kit(kit_name)
    given = _given(kit, answers, pairs or [])
    if not yes and answers is None:
        given = Dialogue(kit, translate, root, keep=not dry_run).run(given)
    plan = initialise(kit, completed(kit, given), size, random_id)
    if dry_run:
        for change in plan.changes:
            console.product(described(change, translate).split("\n", maxsplit=1)[0])
        return
    who = _identity(root, translate, silent=yes or answers is not None)
    files.apply(root, plan.changes)
    files.remove(root / PROGRESS)
    committed = _commit(root, plan, translate, who)
    _report(folder, plan, translate, committed=committed)


def _refuse_existing(root: Path) -> None:
    if (root / FILE_NAME).exists():
        raise SmqError(
            _("{folder} is already the folder of a platform."),
            _("To see where it stands: smq -C {folder} check"),
            folder=str(root),
        )
    if root.exists() and not root.is_dir():
        raise SmqError(
            _("{folder} is a file, not a folder."), _("Choose another name."), folder=str(root)
        )


def _given(kit: Kit, answers: Path | None, pairs: list[str]) -> dict[str, Answer]:
    given: dict[str, Answer] = {}
    if answers is not None:
        try:
            raw = answers.read_bytes()
        except OSError as error:
            raise SmqError(
                _("The file of answers {path} cannot be read: {reason}."),
                _("Check its name and place; a name with spaces goes between quotes."),
                path=str(answers),
                reason=why(error),
            ) from error
        given.update(from_file(raw, kit))
    given.update(from_pair(pair, kit) for pair in pairs)
    return given


def _identity(root: Path, translate: Translator, *, silent: bool) -> vcs.Identity | None:
    """Return the identity to set in the repository, None when git has its own or none is."""
    existing = root
    while not existing.exists():
        existing = existing.parent
    if silent or vcs.identity(existing) is not None:
        return None
    return ask_identity(translate)


def _commit(root: Path, plan: Plan, translate: Translator, who: vcs.Identity | None) -> bool:
    existing = who or vcs.identity(root)
    if existing is None:
        console.aside(
            translate(
                _(
                    "git does not know your name and e-mail: the documents are written, but no"
                    " version is recorded. Without --yes and --answers, smq asks for them."
                )
            )
        )
        return False
    message = translate(
        _("Create the quality system from the kit ({count} documents)"), count=len(plan.documents)
    )
    vcs.create(root, message, [change.path for change in plan.changes], who=who)
    return True


def _report(folder: Path, plan: Plan, translate: Translator, *, committed: bool) -> None:
    console.product(
        translate(
            _("{folder}: {documents} documents in {processes} processes."),
            folder=str(folder),
            documents=len(plan.documents),
            processes=len(plan.processes),
        )
    )
    if committed:
        console.aside(translate(_("A first version is recorded in git.")))
    console.aside(translate(_("What to do first: smq -C {folder} check"), folder=_quoted(folder)))
    console.aside(
        translate(_("To fill in a document: smq -C {folder} fill CODE"), folder=_quoted(folder))
    )


def _quoted(folder: Path) -> str:
    text = str(folder)
    return f'"{text}"' if " " in text else text
