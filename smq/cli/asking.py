"""One question on the terminal: what is shown goes to stderr, what is typed is one line."""

import sys
from collections.abc import Callable

from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import yes_or_no

HELP = "?"
BACK = ("<", "‹")


class BackError(Exception):
    """The person typed «<»."""


def write(text: str) -> None:
    """Show a line."""
    sys.stderr.write(f"{text}\n")


def read(prompt: str) -> str:
    """Return the line typed, without the spaces around it.

    Raises:
        EOFError: the input ends.
    """
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def typed(prompt: str, explain: Callable[[], None]) -> str:
    """Return what was typed; explain as often as «?» is typed.

    Raises:
        BackError: the person wants the question before.
    """
    while (line := read(prompt)) == HELP:
        explain()
    if line in BACK:
        raise BackError
    return line


def say_why(error: SmqError, translate: Translator) -> None:
    """Show why an answer is not taken, and what to type."""
    write(f"  {translate(error.message, **error.values)}")
    if error.hint:
        write(f"  {translate(error.hint, **error.values)}")


def answer(question: str, option: str, command: str) -> str:
    """Return one line typed for what an option did not say.

    Args:
        question: in the person's language.
        option: as typed on the command line, for example `--by`.
        command: as typed, for example `smq exercise`.

    Raises:
        SmqError: the input ends: nobody can answer.
    """
    try:
        return read(f"  {question} > ")
    except EOFError as end:
        write("")
        raise SmqError(
            _("{name} is missing."), _("For help: {command} --help"), name=option, command=command
        ) from end


def confirmed(sentence: str, translate: Translator, *, proposed: bool) -> bool:
    """Ask yes or no until it is one of them; Enter is the proposal.

    Raises:
        BackError: the person wants the question before.
    """
    word = translate(_("yes") if proposed else _("no"))

    def explain() -> None:
        write(f"  {translate(_('Answer yes or no.'))}")

    while True:
        line = typed(f"  {sentence} [{word}] > ", explain)
        if not line:
            return proposed
        try:
            return yes_or_no(line)
        except SmqError as error:
            say_why(error, translate)
