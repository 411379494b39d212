"""The command line: one command a file; this one gathers them and holds the exit codes."""

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from smq import __version__
from smq.cli import failures
from smq.cli.help import Command, Group
from smq.cli.session import Session, chosen_language, environment_date, is_inside
from smq.errors import SmqError
from smq.i18n import Translator, _

COMMANDS = {
    "init": _("Create the folder of a platform: settings, documents of the kit, first commit."),
    "new": _("Give the next code and write the document from its skeleton."),
    "fill": _("Walk through what is left to fill in, header then text, and write each answer."),
    "set": _("Change fields of a document's header; all is checked before anything is written."),
    "todo": _("Show what waits to be done, on one screen, each thing with the command to type."),
    "list": _("List the documents with their version, state and dates."),
    "show": _("Show a document: state, dates, people, and its links both ways."),
    "diff": _("Show what changed between two versions of a document, in words and tables."),
    "check": _("List what must be corrected; nothing is written in the documents."),
    "coverage": _(
        "Say criterion by criterion what is satisfied, what it rests on and what is missing."
    ),
    "trajectory": _(
        "Show how the coverage grew over the history recorded in git, as table, data or picture."
    ),
    "declare": _("Write what a person answers to a criterion, with reason, name and date."),
    "explain": _(
        "Say why a rule exists, show what is wrong and how to mend it; or what a criterion asks."
    ),
    "submit": _(
        "Hand a finished draft over for verification; what is left to complete is shown instead."
    ),
    "verify": _(
        "Verify documents in review; a visa given on paper or by e-mail is entered with its proof."
    ),
    "approve": _(
        "Approve documents in review; a visa given on paper or by e-mail is entered with its proof."
    ),
    "refuse": _("Send documents in review back to their authors, with the reason."),
    "publish": _(
        "Put approved documents in force, from today or from a day to come; set the next review."
    ),
    "revise": _(
        "Begin the next version of documents in force; readers keep the one in force until then."
    ),
    "correct": _(
        "Correct a slip of the pen in a document in force, under its approver's visa alone."
    ),
    "retire": _("End a document: its file and its number stay, and nobody is sent to it any more."),
    "confirm": _("Say that documents in force still hold with the new versions of what they cite."),
    "review": _("Write down that documents in force were read again, and what that found."),
    "acknowledge": _(
        "Write down that people have read the version in force of documents, or list who has not."
    ),
    "handover": _("List all that is attached to a person, and hand it over to another with --to."),
    "file": _(
        "File a signed PDF or a filled-in form as a record; the file itself is never altered."
    ),
    "save": _("Record all that changed as the next version, and say in words what that is."),
    "sync": _("Bring in what colleagues shared, keep what both wrote, and send your own work."),
    "process": _(
        "Merge a process into another: its documents get the next numbers, and links follow."
    ),
    "renumber": _(
        "Change the code of a document, or settle codes carried twice; what cites them follows."
    ),
    "register": _("List the registers, check them, add a row, or put a table back in form."),
    "retention": _("List the rows of registers that are past their term; nothing is removed."),
    "trace": _(
        "Show the dossier that holds a number, a sample, a file, a person; what it lacks too."
    ),
    "agenda": _(
        "List what comes due: sessions, follow-ups, reviews, authorisations, calibrations, actions."
    ),
    "exercise": _("Draw dossiers as an evaluator would; print the blank sheet, or the solved one."),
    "graph": _("Draw the links between documents, or give them as data."),
    "map": _("Draw the process map: management, core and support."),
    "impact": _("List what must be read again if this document changes, near ones first."),
    "render": _("Make the Word files of documents, in «livrables» unless another folder is named."),
    "session": _(
        "Plan the sessions on the road to the label, prepare the next one, keep its minutes."
    ),
    "dossier": _(
        "Make the folder that an evaluator receives, or say whether one received is intact."
    ),
    "evaluation": _("Record what evaluators decided; each gap that they found becomes an action."),
    "export": _("Gather the Plug in labs sheet from the registers, and list what it lacks."),
    "template": _("Say which styles, fields and marks a Word template lacks."),
    "hook": _("Have smq check what git is about to record or to send, and stop it at an error."),
    "ci": _(
        "Write the pipeline by which GitLab or GitHub checks each proposal and the main branch."
    ),
    "schema": _(
        "Print the JSON schema of a sort of file, by which an editor completes and checks it."
    ),
}
"""Names in the order of the help, with the first sentence of each command's own help.

Each is a module of this package with a function `command` (`_MODULES` says which has another name);
the sentence stands here too, so that the list of commands loads none of them.
"""

_MODULES = {"session": "coaching"}
"""Commands whose module has another name: `smq.cli.session` is the state of a command."""
_VALUE_OPTIONS = frozenset({"-C", "--lang", "--date"})
_HELP_WORDS = ("help", "aide")
_HELP_OPTIONS = ("--help", "-h")


def program() -> None:
    """Run the command line as a process of its own: what `smq` and `python -m smq` start.

    Leaves without tearing the interpreter down: freeing every value one by one takes an eighth of a
    `check`, and all files are closed by then.
    """
    try:
        main()
    except SystemExit as left:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(left.code if isinstance(left.code, int) else 1)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code (`design.md` §6)."""
    # Once imported, the commands `list`, `map` and `set` hide the builtins in this module.
    words = _asking_for_help([*(sys.argv[1:] if arguments is None else arguments)])
    words = _asking_what_to_do(words)
    _speak_utf8()
    # A command makes many values and few cycles: fewer passes save a fifth of `check`.
    gc.set_threshold(200_000, 20, 20)
    translate = Translator(chosen_language(words, os.environ))
    raise SystemExit(_run(words, translate))


def _run(words: list[str], translate: Translator) -> int:
    try:
        return _obey(words, translate)
    except SmqError as error:
        return failures.stopped(error, translate)
    except (KeyboardInterrupt, typer.Abort, EOFError):
        sys.stderr.write("\n")
        return failures.INTERRUPTED
    except BrokenPipeError:
        # The reader of a pipe left (`smq list | head`): what is left to write has nowhere to go.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        # The last net: a trace is a bug, never shown.
        if failures.is_misuse(error):
            return failures.misused(error, translate, words)
        return failures.crashed(error, translate)


def _obey(words: list[str], translate: Translator) -> int:
    """Run the command; Typer's own `main` would choose exit codes and sentences of its own."""
    program = typer.main.get_command(build(_named(words)))
    code = 0
    try:
        with program.make_context("smq", words or ["--help"], obj=translate) as context:
            program.invoke(context)
    except typer.Exit as left:
        code = int(left.exit_code)
    sys.stdout.flush()
    return code


def module_of(name: str) -> str:
    """Return the module that holds a command."""
    return f"{__name__}.{_MODULES.get(name, name)}"


def build(name: str | None = None) -> typer.Typer:
    """Return the program with one command, or with the list of all, which cannot be run.

    Only the command asked for is imported: start-up is part of every command.
    """
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": [*_HELP_OPTIONS]},
        help=_("Keep the quality documents of a research platform: numbered, linked, checked."),
    )
    app.callback(cls=Group)(_global)
    if name:
        module = import_module(module_of(name))
        app.command(name, cls=getattr(module, "CLASS", Command))(module.command)
        return app
    for listed, summary in COMMANDS.items():
        app.command(listed, cls=Command, help=summary)(_listed)
    return app


def _listed() -> None:
    """Stand for a command in the list of all."""


def _named(words: Sequence[str]) -> str | None:
    """Return the command that the words name, None when help or an unknown word comes first."""
    place = _command_place(words)
    if place is None or any(word in (*_HELP_OPTIONS, "--version") for word in words[:place]):
        return None
    return words[place] if words[place] in COMMANDS else None


def _command_place(words: Sequence[str]) -> int | None:
    """Return where the command stands, behind the global options; None without a command."""
    skip = False
    for place, word in enumerate(words):
        if skip:
            skip = False
        elif word in _VALUE_OPTIONS:
            skip = True
        elif not word.startswith("-"):
            return place
    return None


def _asking_for_help(words: list[str]) -> list[str]:
    """Return the words with `help check` and `aide check` written `check --help`."""
    place = _command_place(words)
    if place is None or words[place] not in _HELP_WORDS:
        return words
    return [*words[:place], *words[place + 1 : place + 2], "--help"]


def _asking_what_to_do(words: list[str]) -> list[str]:
    """Return words that name no command with `todo` behind them; outside a platform, with help."""
    options = any(word in (*_HELP_OPTIONS, "--version") for word in words)
    if options or _command_place(words) is not None or (words and words[-1] in _VALUE_OPTIONS):
        return words
    return [*words, "todo" if is_inside(words) else "--help"]


def _version(asked: bool) -> None:
    if asked:
        sys.stdout.write(f"smq {__version__}\n")
        raise typer.Exit


def _global(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Option("-C", metavar=_("FOLDER"), help=_("Work in this folder."))
    ] = Path(),
    lang: Annotated[
        str | None, typer.Option("--lang", metavar="fr|en", help=_("Language of the messages."))
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            "--date", metavar=_("YYYY-MM-DD"), help=_("Judge everything at this date, not today.")
        ),
    ] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help=_("Read every file again."))] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=_("Show the version.")),
    ] = False,
) -> None:
    """Keep the quality documents of a research platform: numbered, linked, checked."""
    translate = context.obj
    if lang is not None and translate.language != lang[:2].lower():
        raise SmqError(_("smq does not speak «{lang}»."), _("Languages: fr, en."), lang=lang)
    context.obj = Session(folder, date or environment_date(), translate, not no_cache)


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale: documents are French, and a pipe may say ASCII."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
