"""Asks for the verdict of an exercise, which only a person gives."""

from smq.cli import asking
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model.register import Column
from smq.model.table import Register
from smq.operations.exercise import Verdict

Given = tuple[str | None, str | None, str | None, bool | None, int | None]


def asked_verdict(register: Register, given: Given, timed: bool, translate: Translator) -> Verdict:
    """Return the verdict; what no option says is asked for.

    Args:
        register: of the exercises, whose column `verdict` has the choices.
        given: verdict, who gives it, who led, whether they are independent, seconds.
        timed: the links were timed: nobody is asked for the time.
        translate: the reader's language.

    Raises:
        SmqError: an option is no choice, or nobody can answer.
    """
    verdict, by, led_by, independent, seconds = given
    column = register.schema.column("verdict")
    word = _chosen(column, verdict) if verdict is not None else None
    led_by = led_by or _asked("--led-by", _("Led by"), translate)
    if independent is None:
        independent = asking.confirmed(
            translate(_("Did they handle none of these dossiers?")), translate, proposed=True
        )
    while word is None:
        try:
            word = _chosen(column, _asked("--verdict", _question(column, translate), translate))
        except SmqError as error:
            asking.say_why(error, translate)
    by = by or _asked("--by", _("Who gives the verdict"), translate)
    if seconds is None and not timed:
        typed = _asked("--seconds", _("Time it took, in seconds"), translate)
        seconds = int(typed) if typed.isdecimal() else None
    return Verdict(word, by, led_by, independent, seconds)


def verdict_rows(
    verdict: Verdict, register: Register, translate: Translator
) -> tuple[tuple[str, str], ...]:
    """Return label and value of each line of the verdict, as the sheet shows them."""
    column = register.schema.column("verdict")
    independent = translate(_("yes") if verdict.independent else _("no"))
    return (
        (translate(_("Led by")), verdict.led_by),
        (translate(_("They handled none of the dossiers")), independent),
        (translate(_("Verdict")), column.shown(verdict.verdict) if column else verdict.verdict),
        (translate(_("Given by")), verdict.by),
        (translate(_("Signature")), ""),
    )


def _question(column: Column | None, translate: Translator) -> str:
    choices = ", ".join(column.shown(value) for value in column.values) if column else ""
    return translate(_("Verdict ({choices})"), choices=choices)


def _chosen(column: Column | None, text: str) -> str:
    """Return the choice that a text names.

    Raises:
        SmqError: it names none.
    """
    from smq.load.cells import typing_of

    value = typing_of(column)(text) if column else text
    if not isinstance(value, str) or not value:
        raise SmqError(
            _("«{text}» is none of the choices of «{column}»."),
            _("The choices are {words}."),
            text=text,
            column=column.label if column else "verdict",
            words=", ".join(column.shown(word) for word in column.values) if column else "",
        )
    return value


def _asked(option: str, question: str, translate: Translator) -> str:
    """Ask until something is typed.

    Raises:
        SmqError: nobody can answer.
    """
    while True:
        try:
            typed = asking.read(f"  {translate(question)} > ")
        except EOFError as end:
            asking.write("")
            raise SmqError(
                _("{name} is missing."),
                _("For help: {command} --help"),
                name=option,
                command="smq exercise",
            ) from end
        if typed:
            return typed
