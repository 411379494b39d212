"""`smq init`: ask a few questions, write the folder of a platform, make the first commit."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from smq import files
from smq.cli import asking, console, failures
from smq.cli.dialogue import PROGRESS, Dialogue, kept_answers
from smq.cli.first_version import FirstVersion
from smq.cli.options import DryRun
from smq.cli.saving import described
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _, why
from smq.kit import Answer, Kit, merged_kit, merges_in, read_kit, understood_merges
from smq.kit.answers import completed, condition_names, from_file, from_pair
from smq.operations.editor_files import SETTINGS
from smq.operations.identifiers import random_id
from smq.operations.initialise import Plan, initialise
from smq.root import FILE_NAME

_HARMLESS = re.compile(
    r"\.git|\.smq|\.vscode|(?:README|LICEN[CS]E|LISEZMOI)(?:\..*)?", re.IGNORECASE
)
_PLAIN = re.compile(r"[\w./\\:~+-]+")
"""What needs no quotes on a command line."""

Size = Annotated[
    str,
    typer.Option("--size", metavar=_("SIZE"), help=_("Size of the kit: minimal or standard.")),
]
AnswersFile = Annotated[
    Path | None,
    typer.Option("--answers", metavar=_("FILE"), help=_("Take the answers from this YAML file.")),
]
Pairs = Annotated[
    list[str] | None,
    typer.Option("--set", metavar=_("NAME=VALUE"), help=_("Give one answer; may be repeated.")),
]
Merges = Annotated[
    list[str] | None,
    typer.Option(
        "--merge",
        metavar="COM=PIL",
        help=_("Let a process take over another from the start; may be repeated."),
    ),
]
Yes = Annotated[
    bool,
    typer.Option("--yes", "-y", help=_("Ask nothing; what is not known becomes a placeholder.")),
]
SameRepository = Annotated[
    bool,
    typer.Option(
        "--same-repository",
        help=_("Record in the git repository around the folder, not in one of its own."),
    ),
]


def command(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar=_("FOLDER"), help=_("Folder to create, or an empty one."))
    ],
    kit_name: Annotated[
        str, typer.Option("--kit", metavar=_("NAME"), help=_("Kit to start from."))
    ] = "infra-plus",
    size: Size = "standard",
    answers: AnswersFile = None,
    pairs: Pairs = None,
    merge: Merges = None,
    yes: Yes = False,
    same_repository: SameRepository = False,
    dry_run: DryRun = False,
) -> None:
    """Create the folder of a platform: settings, documents of the kit, first commit.

    The questions can be stopped with Ctrl-C and taken up again by the same command.
    No file is ever overwritten.
    """
    session: Session = context.obj
    translate = session.translate
    shown = session.start / folder
    root = (folder if folder.is_absolute() else shown).resolve()
    silent = yes or answers is not None
    version = FirstVersion(root, _quoted(shown), translate, same_repository)
    # Before the questions: nobody types fifteen answers for a folder that cannot be made.
    files.refuse_unwritable(root)
    _refuse_existing(root)
    version.announce()
    kit = read_kit(kit_name)
    try:
        _mind_others(root, translate, silent=silent)
        given = _given(kit, answers, pairs or [], translate.language)
        merges = understood_merges(kit, [*_merges(answers), *(merge or [])])
        if silent:
            given = {**_kept(root, kit, given, answers, translate), **given}
        else:
            given = Dialogue(kit, translate, root, keep=not dry_run).run(given)
        said = completed(kit, given)
        kit = merged_kit(kit, merges, condition_names(said))
        plan = _beside_own(initialise(kit, said, size, random_id), root)
        who = None if dry_run else version.signer(silent=silent)
    except (EOFError, KeyboardInterrupt) as stop:
        kept = not dry_run and (root / PROGRESS).exists()
        _say_stopped(shown, translate, kept=kept, closed=isinstance(stop, EOFError))
        raise
    if dry_run:
        for change in plan.changes:
            console.product(described(change, translate).split("\n", maxsplit=1)[0])
        _say_tried(shown, plan, translate)
        return
    files.apply(root, plan.changes)
    files.remove(root / PROGRESS)
    _report(shown, plan, translate)
    version.record(plan, who)
    _say_next(shown, translate)


def _beside_own(plan: Plan, root: Path) -> Plan:
    """Return the plan without the editor's settings when the person has some already."""
    kept = (c for c in plan.changes if c.path != SETTINGS or not (root / c.path).exists())
    return replace(plan, changes=tuple(kept))


def _say_stopped(shown: Path, translate: Translator, *, kept: bool, closed: bool) -> None:
    """Say what is left when the questions stop, and how to do without them when nobody types."""
    if kept:
        asking.write("\n" + translate(_("Your answers are kept: type the same command.")))
        return
    asking.write("\n" + translate(_("Nothing was created.")))
    if closed:
        sentence = _("Where nobody can answer: smq init {folder} --yes, or --answers FILE")
        asking.write(translate(sentence, folder=_quoted(shown)))


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


def _merges(answers: Path | None) -> tuple[str, ...]:
    """Return the merges of processes in a file of answers that was read already."""
    return merges_in(answers.read_bytes()) if answers is not None else ()


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


def _report(folder: Path, plan: Plan, translate: Translator) -> None:
    console.product(
        translate(
            _("{folder}: {documents} documents in {processes} processes."),
            folder=str(folder),
            documents=len(plan.documents),
            processes=len(plan.processes),
        )
    )


def _say_tried(folder: Path, plan: Plan, translate: Translator) -> None:
    """Sum up what a dry run would have created."""
    sentence = _(
        "Nothing was written. Without --dry-run, {folder} holds {documents} documents in"
        " {processes} processes."
    )
    console.aside(
        translate(
            sentence,
            folder=_quoted(folder),
            documents=len(plan.documents),
            processes=len(plan.processes),
        )
    )


def _say_next(folder: Path, translate: Translator) -> None:
    console.aside(translate(_("What to do first: smq -C {folder} check"), folder=_quoted(folder)))
    console.aside(
        translate(_("To fill in a document: smq -C {folder} fill CODE"), folder=_quoted(folder))
    )


def _quoted(folder: Path) -> str:
    text = str(folder)
    return text if _PLAIN.fullmatch(text) else f'"{text}"'
