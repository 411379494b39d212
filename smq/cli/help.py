"""The help of commands, in the user's language."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from smq.i18n import Translator, _

_USAGE = _("Usage: {line}")
_ARGUMENTS = _("Arguments")
_OPTIONS = _("Options")
_COMMANDS = _("Commands")
_ANY_OPTION = _("[OPTIONS]")
_COMMAND = _("COMMAND")
_SHOW_HELP = _("Show this help.")
_DEFAULT = _("default: {value}")


class Command(TyperCommand):
    """A command whose help is translated."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, explanation, arguments and options."""
        _format(self, ctx, formatter)


class Group(TyperGroup):
    """The program, whose help lists the commands."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, explanation, options and commands."""
        _format(self, ctx, formatter)
        translate = _translator(ctx)
        rows = [
            (name, translate(paragraphs(command.help)[0]))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) and not command.hidden
        ]
        _section(formatter, translate(_COMMANDS), rows)


def _translator(ctx: Any) -> Translator:
    session = ctx.find_root().obj
    return session if isinstance(session, Translator) else session.translate


def _format(command: Any, ctx: Any, formatter: Any) -> None:
    translate = _translator(ctx)
    formatter.write(translate(_USAGE, line=_usage(command, ctx, translate)) + "\n")
    for paragraph in paragraphs(command.help):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(translate(paragraph))
    arguments, options = [], []
    for param in command.get_params(ctx):
        if getattr(param, "hidden", False):
            continue
        if param.param_type_name == "argument":
            arguments.append((metavar(param, translate), translate(param.help or "")))
        else:
            options.append((_names(param, translate), _explained(param, translate)))
    _section(formatter, translate(_ARGUMENTS), arguments)
    _section(formatter, translate(_OPTIONS), options)


def _usage(command: Any, ctx: Any, translate: Translator) -> str:
    words = [translate(_COMMAND)] if isinstance(command, Group) else []
    words += [
        metavar(param, translate)
        for param in command.get_params(ctx)
        if param.param_type_name == "argument"
    ]
    return " ".join([ctx.command_path, translate(_ANY_OPTION), *words])


def _names(param: Any, translate: Translator) -> str:
    names = ", ".join((*param.opts, *param.secondary_opts))
    return names if param.is_flag else f"{names} {metavar(param, translate)}"


def metavar(param: Any, translate: Translator) -> str:
    """Return what stands for a value: its word in the user's language, or its choices."""
    if param.metavar:
        return translate(param.metavar)
    choices = [str(getattr(c, "value", c)) for c in getattr(param.type, "choices", ())]
    return "|".join(choices) or param.name.upper()


def _explained(param: Any, translate: Translator) -> str:
    if "--help" in param.opts:
        return translate(_SHOW_HELP)
    text = translate(param.help or "")
    default = param.default
    if param.is_flag or not param.show_default or default in (None, "", ()) or callable(default):
        return text
    return f"{text} [{translate(_DEFAULT, value=getattr(default, 'value', default))}]"


def _section(formatter: Any, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with formatter.section(title):
            formatter.write_dl(rows)


def paragraphs(text: str | None) -> tuple[str, ...]:
    """Return the paragraphs of a docstring, each on one line: each is a msgid."""
    return tuple(" ".join(part.split()) for part in (text or "").strip().split("\n\n"))
