"""Says in the user's language what is wrong in the words of a command line."""

import re
import shlex
from collections.abc import Sequence
from typing import Any

from smq.cli.help import metavar
from smq.i18n import Translator, _
from smq.model import nearest

_GLOBAL = ("-C", "--lang", "--date", "--no-cache")
_FLAGS = ("--no-cache",)
_EXTRA = re.compile(r"Got unexpected extra arguments?(?:\(s\))? \((.+)\)")
_NO_VALUE = re.compile(r"Option '(.+?)' requires an argument")
_NO_COMMAND = re.compile(r"No such command '(.+?)'\.")


def explained(error: Any, translate: Translator, words: Sequence[str]) -> tuple[str, str | None]:
    """Return the sentence, and what to do when there is more to say than where the help is.

    Args:
        error: what Typer raised.
        translate: the user's language.
        words: what was typed after `smq`.
    """
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return _no_option(error, translate, words)
    if kind == "MissingParameter":
        return translate(_("{name} is missing."), name=_name(error, translate)), None
    if kind == "BadParameter":
        return _refused_value(error, translate)
    return _of_message(error.format_message(), error, translate)


def _of_message(text: str, error: Any, translate: Translator) -> tuple[str, str | None]:
    """Explain what Typer tells apart by its English sentence alone."""
    if known := _NO_COMMAND.match(text):
        return _no_command(known[1], error, translate)
    if extra := _EXTRA.match(text):
        sentence = translate(_("Too many words: {words}."), words=extra[1])
        return sentence, translate(_("A title or a name with spaces goes between quotes."))
    if value := _NO_VALUE.match(text):
        return translate(_("The option {option} needs a value."), option=value[1]), None
    return text, None


def _name(error: Any, translate: Translator) -> str:
    """Return what the user calls a parameter: the option, or the word of the help."""
    param = error.param
    if param is None:
        return ""
    if param.param_type_name == "option":
        return str(param.opts[0])
    return metavar(param, translate).strip("[].…")


def _no_option(error: Any, translate: Translator, words: Sequence[str]) -> tuple[str, str | None]:
    option = error.option_name
    if option in _GLOBAL:
        return (
            translate(_("The option {option} stands before the command."), option=option),
            translate(_("Write: {line}"), line=_moved(option, words)),
        )
    possible = tuple(error.possibilities or ())
    if possible:
        sentence = _("The option {option} does not exist; nearest: {near}.")
        return translate(sentence, option=option, near=possible[0]), None
    return translate(_("The option {option} does not exist."), option=option), None


def _moved(option: str, words: Sequence[str]) -> str:
    """Return the line that was meant: the option and its value before the command."""
    place = next(i for i, word in enumerate(words) if word.partition("=")[0] == option)
    takes_value = option not in _FLAGS and "=" not in words[place]
    after = place + 1 + takes_value
    return shlex.join(["smq", *words[place:after], *words[:place], *words[after:]])


def _refused_value(error: Any, translate: Translator) -> tuple[str, str | None]:
    written = re.match(r"'?(.+?)'? is not", error.message)
    word, name = written[1] if written else "", _name(error, translate)
    choices = tuple(str(getattr(c, "value", c)) for c in getattr(error.param.type, "choices", ()))
    if choices:
        near = nearest(word, choices)
        sentence = translate(_("«{word}» is no value of {name}."), word=word, name=name)
        hint = _("Nearest: {near}. All: {known}.") if near else _("Values: {known}.")
        return sentence, translate(hint, near=near or "", known=", ".join(choices))
    least, most = (getattr(error.param.type, end, None) for end in ("min", "max"))
    sentence = _("{name} needs a whole number from {least}, not «{word}».")
    if most is not None:
        sentence = _("{name} needs a whole number from {least} to {most}, not «{word}».")
    values = {"name": name, "word": word, "least": 1 if least is None else least, "most": most}
    return translate(sentence, **values), None


def _no_command(word: str, error: Any, translate: Translator) -> tuple[str, str | None]:
    names = tuple(error.ctx.command.list_commands(error.ctx)) if error.ctx else ()
    near = nearest(word, names)
    if near:
        sentence = _("The command «{word}» does not exist; nearest: {near}.")
        return translate(sentence, word=word, near=near), None
    return translate(_("The command «{word}» does not exist."), word=word), None
