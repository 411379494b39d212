"""The help of commands, in the user's language."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from typer.core import TyperCommand, TyperGroup

from smq.errors import SmqError
from smq.i18n import Translator, _

_USAGE = _("Usage: {line}")
_ARGUMENTS = _("Arguments")
_OPTIONS = _("Options")
_COMMANDS = _("Commands")
_ACTIONS = _("Actions")
_EXAMPLES = _("Examples")
_OF_AN_ACTION = _("The options of an action: {path} ACTION --help")
_ANY_OPTION = _("[OPTIONS]")
_COMMAND = _("COMMAND")
_SHOW_HELP = _("Show this help.")
_DEFAULT = _("default: {value}")


class Command(TyperCommand):
    """A command whose help is translated."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, explanation, arguments and options."""
        _format(self, ctx, formatter)


@dataclass(frozen=True, slots=True)
class Action:
    """What one action of a command is for.

    Attributes:
        summary: one sentence (a msgid).
        takes: names of the parameters that it reads.
        examples: lines to type.
        understands: names of parameters that it reads too, though its help does not show them.
    """

    summary: str
    takes: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    understands: tuple[str, ...] = ()


class ActionCommand(Command):
    """A command whose first word says what to do: each action has its own options and help."""

    actions: ClassVar[Mapping[str, Action]] = {}

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the words; an option of another action is refused, never silently ignored.

        Raises:
            SmqError: an option does not belong to the action.
        """
        ctx.meta[__name__] = next((word for word in args if word in self.actions), None)
        left = super().parse_args(ctx, args)
        action = self.actions.get(ctx.params.get("action", ""))
        for param in self.get_params(ctx) if action else ():
            given = ctx.get_parameter_source(param.name)
            if given is not None and given.name == "COMMANDLINE":
                self._refuse_other(param, ctx)
        return list(left)

    def _refuse_other(self, param: Any, ctx: Any) -> None:
        name = ctx.params["action"]
        action = self.actions[name]
        if param.name in ("action", "help", *action.takes, *action.understands):
            return
        users = [word for word, other in self.actions.items() if param.name in other.takes]
        raise SmqError(
            _("{name} is not for «{command} {action}»."),
            _("It is for: {users}. For help: {command} {action} --help"),
            name=param.opts[0] if param.param_type_name == "option" else ctx.params[param.name],
            command=ctx.command_path,
            action=name,
            users=", ".join(users),
        )

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help of the action that is named, else what the actions are."""
        translate = _translator(ctx)
        name = ctx.meta.get(__name__)
        if name is not None:
            _format_action(self, name, self.actions[name], ctx, formatter)
            return
        _format(self, ctx, formatter, only=("action", "help"))
        rows = [(word, translate(action.summary)) for word, action in self.actions.items()]
        _section(formatter, translate(_ACTIONS), rows)
        formatter.write_paragraph()
        formatter.write_text(translate(_OF_AN_ACTION, path=ctx.command_path))


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


def _format(command: Any, ctx: Any, formatter: Any, only: Collection[str] | None = None) -> None:
    """Write the help of a command; of its parameters, all or those named."""
    translate = _translator(ctx)
    formatter.write(translate(_USAGE, line=_usage(command, ctx, translate)) + "\n")
    _explain(command.help, formatter, translate)
    _parameters(command, ctx, formatter, only)


def _format_action(command: Any, name: str, action: Action, ctx: Any, formatter: Any) -> None:
    """Write the help of one action: its usage, what it does, its options, examples."""
    translate = _translator(ctx)
    words = [
        metavar(param, translate)
        for param in command.get_params(ctx)
        if param.param_type_name == "argument" and param.name in action.takes
    ]
    line = " ".join([ctx.command_path, name, translate(_ANY_OPTION), *words])
    formatter.write(translate(_USAGE, line=line) + "\n")
    _explain(action.summary, formatter, translate)
    _parameters(command, ctx, formatter, (*action.takes, "help"))
    if action.examples:
        formatter.write_paragraph()
        formatter.write(f"{translate(_EXAMPLES)}\n")
        for example in action.examples:
            formatter.write(f"  {example}\n")


def _explain(text: str | None, formatter: Any, translate: Translator) -> None:
    for paragraph in paragraphs(text):
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(translate(paragraph))


def _parameters(command: Any, ctx: Any, formatter: Any, only: Collection[str] | None) -> None:
    translate = _translator(ctx)
    arguments, options = [], []
    for param in command.get_params(ctx):
        if getattr(param, "hidden", False) or (only is not None and param.name not in only):
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
