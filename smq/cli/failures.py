"""Turns what stops a command into one line, a hint and an exit code; the only place that does."""

import contextlib
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from smq import __version__
from smq.cli import misuse
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


def is_misuse(error: Exception) -> bool:
    """Return whether the words of the command line are at fault."""
    return hasattr(error, "format_message")


def misused(error: Any, translate: Translator, words: Sequence[str]) -> int:
    """Show a usage error of these words; return the exit code."""
    sentence, hint = misuse.explained(error, translate, words)
    _say(translate, sentence)
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "smq"
    _hint(translate, hint or translate(_SEE_HELP, command=path))
    return USAGE


def crashed(error: BaseException, translate: Translator) -> int:
    """Keep the trace of a bug in a log that holds no text of documents; return the exit code."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [f"smq {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    lines += [f"{Path(f.filename).name}:{f.lineno} {f.name}" for f in frames]
    lines.append(type(error).__name__)
    _say(translate, translate(_("smq met a fault of its own and stopped; we are sorry.")))
    # Without a temporary folder there is no log, and the last net must not tear.
    with contextlib.suppress(OSError):
        path = _kept("\n".join(lines) + "\n")
        _hint(translate, translate(_("Send this file to the authors: {path}"), path=path))
    return BUG


def _kept(trace: str) -> str:
    with tempfile.NamedTemporaryFile(
        "w", prefix="smq-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        log.write(trace)
    return log.name


def _say(translate: Translator, message: str) -> None:
    sys.stderr.write(translate(_ERROR, message=message) + "\n")


def _hint(translate: Translator, hint: str) -> None:
    sys.stderr.write(translate(_HINT, hint=hint) + "\n")
