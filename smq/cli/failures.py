"""Turns what stops a command into one line, a hint and an exit code; the only place that does."""

import re
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from smq import __version__
from smq.errors import SmqError
from smq.i18n import Translator, _

USAGE = 2
BUG = 3
INTERRUPTED = 130

_ERROR = _("smq: error: {message}")
_HINT = _("  → {hint}")
_SEE_HELP = _("For help: {command} --help")


def stopped(error: SmqError, translate: Translator) -> int:
    """Show why the command cannot go on; return the exit code."""
    _say(translate, translate(error.message, **error.values))
    if error.hint:
        _hint(translate, translate(error.hint, **error.values))
    return USAGE


def misused(error: Any, translate: Translator) -> int:
    """Show a usage error of the command line; return the exit code."""
    _say(translate, _usage_sentence(error, translate))
    context = getattr(error, "ctx", None)
    if context is not None:
        _hint(translate, translate(_SEE_HELP, command=context.command_path))
    return USAGE


def crashed(error: BaseException, translate: Translator) -> int:
    """Keep the trace of a bug in a log without any text of the user's documents; return the exit code."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"smq {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    lines += [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    lines.append(type(error).__name__)
    with tempfile.NamedTemporaryFile(
        "w", prefix="smq-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write("\n".join(lines) + "\n")
    _say(translate, translate(_("smq met a fault of its own; your files are as they were.")))
    _hint(translate, translate(_("Please send this file to the authors: {path}"), path=log.name))
    return BUG


def _say(translate: Translator, message: str) -> None:
    sys.stderr.write(translate(_ERROR, message=message) + "\n")


def _hint(translate: Translator, hint: str) -> None:
    sys.stderr.write(translate(_HINT, hint=hint) + "\n")


def _usage_sentence(error: Any, translate: Translator) -> str:
    kind = type(error).__name__
    if kind == "NoSuchOption":
        possible = sorted(error.possibilities or ())
        if possible:
            return translate(
                _("The option {option} does not exist; nearest: {near}."),
                option=error.option_name,
                near=possible[0],
            )
        return translate(_("The option {option} does not exist."), option=error.option_name)
    if kind == "MissingParameter":
        param = error.param
        name = param.make_metavar(error.ctx) if param is not None else ""
        if param is not None and param.param_type_name == "option":
            name = param.opts[0]
        return translate(_("{name} is missing."), name=name)
    if kind == "BadParameter":
        name = error.param.opts[-1] if error.param is not None else ""
        return translate(
            _("{name} does not accept this value: {message}"), name=name, message=error.message
        )
    text = error.format_message()
    known = re.match(r"No such command '(.+?)'\.", text)
    if known:
        return _no_command(known[1], error, translate)
    extra = re.match(r"Got unexpected extra arguments? \((.+)\)", text)
    if extra:
        return translate(
            _("Too many words: {words}. A title with spaces goes between quotes."), words=extra[1]
        )
    value = re.match(r"Option '(.+?)' requires an argument", text)
    if value:
        return translate(_("The option {option} needs a value."), option=value[1])
    return text


def _no_command(word: str, error: Any, translate: Translator) -> str:
    from smq.model import nearest

    names = tuple(error.ctx.command.list_commands(error.ctx)) if error.ctx else ()
    near = nearest(word, names)
    if near:
        return translate(
            _("The command «{word}» does not exist; nearest: {near}."), word=word, near=near
        )
    return translate(_("The command «{word}» does not exist."), word=word)
