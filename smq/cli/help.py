"""The help of commands, in the user's language."""

from typing import Any

from typer.core import TyperCommand, TyperGroup

from smq.i18n import Translator, _

_USAGE = _("Usage: {line}")
_ARGUMENTS = _("Arguments")
_OPTIONS = _("Options")
_COMMANDS = _("Commands")
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
            (name, translate(_first_line(command.help or "")))
            for name in self.list_commands(ctx)
            if (command := self.get_command(ctx, name)) and not command.hidden
        ]
        _section(formatter, translate(_COMMANDS), rows)


def _translator(ctx: Any) -> Translator:
    session = ctx.find_root().obj
    return session if isinstance(session, Translator) else session.translate


def _format(command: Any, ctx: Any, formatter: Any) -> None:
    translate = _translator(ctx)
    pieces = " ".join(command.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[OPTIONS]")
    formatter.write(translate(_USAGE, line=f"{ctx.command_path} {pieces}") + "\n")
    for paragraph in translate(_dedented(command.help or "")).split("\n\n"):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(" ".join(paragraph.split()))
    arguments, options = [], []
    for param in command.get_params(ctx):
        if getattr(param, "hidden", False):
            continue
        if param.param_type_name == "argument":
            arguments.append((param.make_metavar(ctx), translate(param.help or "")))
        else:
            options.append((_names(param, ctx), _explained(param, translate)))
    _section(formatter, translate(_ARGUMENTS), arguments)
    _section(formatter, translate(_OPTIONS), options)


def _names(param: Any, ctx: Any) -> str:
    names = ", ".join((*param.opts, *param.secondary_opts))
    return names if param.is_flag else f"{names} {param.make_metavar(ctx)}"


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


def _dedented(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def _first_line(text: str) -> str:
    return _dedented(text).split("\n\n", 1)[0].split("\n")[0]
