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
from smq.cli.session import Session, chosen_language, environment_date
from smq.errors import SmqError
from smq.i18n import Translator, _

COMMANDS = (
    "init",
    "new",
    "fill",
    "set",
    "list",
    "show",
    "check",
    "explain",
    "graph",
    "map",
    "impact",
    "render",
    "template",
)
"""Names in the order of the help; each is a module of this package with a function `command`."""

_VALUE_OPTIONS = frozenset({"-C", "--lang", "--date"})


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code (`design.md` §6)."""
    # Once imported, the commands `list`, `map` and `set` hide the builtins in this module.
    words = [*(sys.argv[1:] if arguments is None else arguments)]
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
            return failures.misused(error, translate)
        return failures.crashed(error, translate)


def _obey(words: list[str], translate: Translator) -> int:
    """Run the command; Typer's own `main` would choose exit codes and sentences of its own."""
    program = typer.main.get_command(build(_needed(words)))
    code = 0
    try:
        with program.make_context("smq", words or ["--help"], obj=translate) as context:
            program.invoke(context)
    except typer.Exit as left:
        code = int(left.exit_code)
    sys.stdout.flush()
    return code


def build(names: Sequence[str] = COMMANDS) -> typer.Typer:
    """Return the program with these commands.

    Only the command asked for is imported: start-up is part of every command.
    """
    app = typer.Typer(
        cls=Group,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=_("Keep the quality documents of a research platform: numbered, linked, checked."),
    )
    app.callback(cls=Group)(_global)
    for name in names:
        module = import_module(f"smq.cli.{name}")
        app.command(name, cls=Command)(module.command)
    return app


def _needed(words: Sequence[str]) -> Sequence[str]:
    """Return the command that the words name; all when help or an unknown word comes first."""
    skip = False
    for word in words:
        if skip:
            skip = False
        elif word in _VALUE_OPTIONS:
            skip = True
        elif not word.startswith("-"):
            return (word,) if word in COMMANDS else COMMANDS
        elif word == "--version":
            return ()
        elif word == "--help":
            return COMMANDS
    return COMMANDS


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
