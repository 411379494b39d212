"""The questions of `smq register add`: one a column, with help, each answer understood at once."""

from collections.abc import Collection

from smq.cli import asking
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import QualitySystem
from smq.model.register import Column
from smq.model.table import Register
from smq.operations.register_row import asked_columns, next_key, understood_cell
from smq.registers import References

_SHOWN = 8
_KINDS = {
    "texte": _("a text"),
    "entier": _("a whole number"),
    "decimal": _("a number, for example 12,50"),
    "date": _("a date, for example 20/02/2027"),
    "bool": _("yes or no"),
    "enum": _("one of: {words}"),
    "ref": _("the identifier of a row of «{table}»: {words}"),
    "liste": _("one or several, separated by |"),
    "fichier": _("the path of a file, from the root of the folder"),
}


def ask_row(
    register: Register, system: QualitySystem, translate: Translator, ever: Collection[str]
) -> dict[str, str] | None:
    """Return column → answer; None when the person leaves at the first question.

    «?» explains a column, «<» returns to the one before, Enter leaves it empty.

    Raises:
        EOFError, KeyboardInterrupt: the person stopped; it is said that nothing was written.
    """
    try:
        return _answers(register, system, translate, ever)
    except (EOFError, KeyboardInterrupt):
        asking.write("")
        asking.write(translate(_("Nothing was written.")))
        raise


def _answers(
    register: Register, system: QualitySystem, translate: Translator, ever: Collection[str]
) -> dict[str, str] | None:
    key = next_key(register, system.today.year, ever)
    asking.write(register.schema.title)
    if key:
        asking.write(translate(_("  Identifier: {key}"), key=key))
    asking.write(translate(_("  («?» explains, «<» goes back, Enter leaves a column empty.)")))
    columns = asked_columns(register)
    answers: dict[str, str] = {}
    position = 0
    while position < len(columns):
        column = columns[position]
        try:
            answers[column.name] = _asked(column, register, system, translate)
            position += 1
        except asking.BackError:
            if position == 0:
                return None
            position -= 1
    return answers


def _asked(column: Column, register: Register, system: QualitySystem, translate: Translator) -> str:
    prompt = translate(
        _("  {label} (required) > ") if column.required else _("  {label} > "), label=column.label
    )

    def explain() -> None:
        asking.write(f"    {_help(column, register, system, translate)}")

    if column.kind == "enum" and column.values:
        asking.write(f"    {_choices(column)}")
    while True:
        line = asking.typed(prompt, explain)
        try:
            return understood_cell(column, _chosen(column, line), system)
        except SmqError as error:
            asking.say_why(error, translate)


def _choices(column: Column) -> str:
    """Return the choices, each with the number that stands for it."""
    return ", ".join(f"{n} {column.shown(value)}" for n, value in enumerate(column.values, 1))


def _chosen(column: Column, line: str) -> str:
    """Return the choice that a number stands for, else what was typed."""
    if column.kind == "enum" and line.isdecimal() and line not in column.values:
        place = int(line[:3]) - 1
        return column.values[place] if 0 <= place < len(column.values) else line
    return line


def _help(column: Column, register: Register, system: QualitySystem, translate: Translator) -> str:
    table, words = "", ""
    if column.kind == "enum":
        words = _choices(column)
    elif column.target:
        known = tuple(References(system.registers).index(column.target))
        table = column.target.partition(".")[0]
        words = ", ".join(known[:_SHOWN]) + ("…" if len(known) > _SHOWN else "")
    kind = "ref" if column.target and column.kind == "liste" else column.kind
    said = translate(_KINDS.get(kind, _KINDS["texte"]), words=words, table=table)
    protected = [
        translate(word)
        for word, holds in (
            (_("personal data: no e-mail, no telephone number"), column.personal),
            (_("confidential"), column.confidential),
        )
        if holds
    ]
    return " ; ".join([f"{column.label} : {said}", *protected])
