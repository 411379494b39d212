"""`smq init`: ask a few questions, write the folder of a platform, make the first commit."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from smq import files, vcs
from smq.cli import asking, console, failures
from smq.cli.dialogue import PROGRESS, Dialogue, kept_answers
from smq.cli.options import DryRun
from smq.cli.saving import described
from smq.cli.session import Session
from smq.cli.signature import ask_identity, later
from smq.errors import SmqError
from smq.i18n import Translator, _, why
from smq.kit import Answer, Kit, read_kit
from smq.kit.answers import completed, from_file, from_pair
from smq.operations.identifiers import random_id
from smq.operations.initialise import NAMES_FILE, Plan, initialise
from smq.root import FILE_NAME

_HARMLESS = re.compile(r"\.git|\.smq|(?:README|LICEN[CS]E|LISEZMOI)(?:\..*)?", re.IGNORECASE)
_PLAIN = re.compile(r"[\w./\\:~+-]+")
"""What needs no quotes on a command line."""


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
    silent = yes or answers is not None
    _refuse_existing(root)
    _mind_others(root, translate, silent=silent)
    kit = read_kit(kit_name)
    given = _given(kit, answers, pairs or [], translate.language)
    if silent:
        given = {**_kept(root, kit, given, answers, translate), **given}
    else:
        given = Dialogue(kit, translate, root, keep=not dry_run).run(given)
    plan = initialise(kit, completed(kit, given), size, random_id)
    if dry_run:
        for change in plan.changes:
            console.product(described(change, translate).split("\n", maxsplit=1)[0])
        return
    who = _identity(root, translate, silent=silent)
    _create(root, session.start / folder, plan, translate, who)


def _create(
    root: Path, shown: Path, plan: Plan, translate: Translator, who: vcs.Identity | None
) -> None:
    """Write the files, record the first version when somebody signs it, say what comes next."""
    files.apply(root, plan.changes)
    files.remove(root / PROGRESS)
    message = translate(
        _("Create the quality system from the kit ({count} documents)"), count=len(plan.documents)
    )
    committed = _commit(root, plan, message, who)
    _report(shown, plan, translate)
    if committed:
        console.aside(translate(_("A first version is recorded in git.")))
    else:
        _say_later(shown, root, plan, message, translate)
    _say_next(shown, translate)


def _refuse_existing(root: Path) -> None:
    if (root / FILE_NAME).exists():
        raise SmqError(
            _("{folder} is already the folder of a platform."),
            _("To see where it stands: smq -C {folder} check"),
            folder=_quoted(root),
        )
    above = next((p for p in root.parents if (p / FILE_NAME).is_file()), None)
    if above:
        raise SmqError(
            _("{folder} would lie inside the folder of a platform, {above}."),
            _("Name a folder beside it: smq init {beside}"),
            folder=_quoted(root),
            above=_quoted(above),
            beside=_quoted(above.parent / root.name),
        )
    if root.exists() and not root.is_dir():
        raise SmqError(
            _("{folder} is a file, not a folder."), _("Choose another name."), folder=str(root)
        )


def _mind_others(root: Path, translate: Translator, *, silent: bool) -> None:
    """Ask before a platform is created among other files; answers kept say that it was asked."""
    names = [f.name for f in root.iterdir()] if root.is_dir() else []
    count = len(names)
    if all(_HARMLESS.fullmatch(name) for name in names) or (root / PROGRESS).exists():
        return
    if silent:
        raise SmqError(
            _("{folder} is not empty, number of files or folders in it: {count}."),
            _("Choose the name of a new folder. Without --yes and --answers, smq asks first."),
            folder=_quoted(root),
            count=count,
        )
    sentence = translate.plural(
        _("This folder is not empty: it holds {count} file or folder, which stays."),
        _("This folder is not empty: it holds {count} files or folders, which stay."),
        count,
    )
    asking.write(sentence)
    try:
        agreed = asking.confirmed(
            translate(_("Create the platform among them?")), translate, proposed=False
        )
    except asking.BackError:
        agreed = False
    if not agreed:
        console.aside(translate(_("Nothing was created. Choose a new name: smq init FOLDER")))
        raise typer.Exit(failures.INTERRUPTED)


def _given(kit: Kit, answers: Path | None, pairs: list[str], language: str) -> dict[str, Answer]:
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
        given.update(from_file(raw, kit, language))
    for pair in pairs:
        key, answer = from_pair(pair, kit, language, given)
        given[key] = answer
    return given


def _kept(
    root: Path, kit: Kit, given: Mapping[str, Answer], answers: Path | None, translate: Translator
) -> dict[str, Answer]:
    """Return what was answered before the questions were stopped, and say whether it is used."""
    kept = kept_answers(root, kit, translate.language)
    left = {key: value for key, value in kept.items() if key not in given}
    if not left:
        return {}
    if answers is not None:
        sentence = _("The answers kept from earlier questions are not used: {file} takes over.")
        console.aside(translate(sentence, file=str(answers)))
        return {}
    sentence = _("The answers kept from earlier questions are used: {names}.")
    console.aside(translate(sentence, names=", ".join(left)))
    return left


def _identity(root: Path, translate: Translator, *, silent: bool) -> vcs.Identity | None:
    """Return the identity to set in the repository, None when git has its own or none is."""
    existing = root
    while not existing.exists():
        existing = existing.parent
    if silent or vcs.identity(existing) is not None:
        return None
    return ask_identity(translate)


def _commit(root: Path, plan: Plan, message: str, who: vcs.Identity | None) -> bool:
    """Record the first version; return whether somebody could sign it."""
    if (who or vcs.identity(root)) is None:
        return False
    vcs.create(root, message, [change.path for change in plan.changes], who=who)
    return True


def _report(folder: Path, plan: Plan, translate: Translator) -> None:
    console.product(
        translate(
            _("{folder}: {documents} documents in {processes} processes."),
            folder=str(folder),
            documents=len(plan.documents),
            processes=len(plan.processes),
        )
    )


def _say_later(folder: Path, root: Path, plan: Plan, message: str, translate: Translator) -> None:
    """Say how to record the first version once git knows who signs it."""
    console.aside(
        translate(
            _(
                "No version is recorded yet, because git does not know your name and e-mail."
                " Nothing is lost: all documents are written. To record the first version, now or"
                " later, type these lines with your own name and e-mail:"
            )
        )
    )
    tops = sorted({change.path.partition("/")[0] for change in plan.changes} - {NAMES_FILE})
    repository = vcs.git_folder(root) is not None
    for line in later(_quoted(folder), tops, message, translate, repository=repository):
        console.aside(line)


def _say_next(folder: Path, translate: Translator) -> None:
    console.aside(translate(_("What to do first: smq -C {folder} check"), folder=_quoted(folder)))
    console.aside(
        translate(_("To fill in a document: smq -C {folder} fill CODE"), folder=_quoted(folder))
    )


def _quoted(folder: Path) -> str:
    text = str(folder)
    return text if _PLAIN.fullmatch(text) else f'"{text}"'
