"""Asks for the verdict of an exercise, which only a person gives."""

from dataclasses import dataclass

from smq.cli import asking
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model.exercise import Exercise
from smq.model.register import Column
from smq.model.table import Register
from smq.operations.exercise import BOTH, Verdict, asked_links


@dataclass(frozen=True, slots=True)
class Given:
    """What options say of the verdict, None where they say nothing.

    Attributes:
        verdict: as typed.
        by: who gives it.
        led_by: who led the exercise.
        independent: they handled none of the dossiers.
        seconds: that the whole took.
        found: links that were shown.
        way: in which they were walked.
    """

    verdict: str | None = None
    by: str | None = None
    led_by: str | None = None
    independent: bool | None = None
    seconds: int | None = None
    found: int | None = None
    way: str | None = None


def asked_verdict(
    register: Register, given: Given, exercise: Exercise | None, translate: Translator
) -> Verdict:
    """Return the verdict; what no option says is asked for.

    Args:
        register: of the exercises, whose column `verdict` has the choices.
        given: what options say.
        exercise: whose links nobody noted one by one; None when they were walked live.
        translate: the reader's language.

    Raises:
        SmqError: an option is no choice, or nobody can answer.
    """
    column = register.schema.column("verdict")
    # A slip in an option is said before anything is asked for.
    word = _chosen(column, given.verdict) if given.verdict is not None else None
    led_by, independent = _lead(given, translate)
    word = word or _asked_choice(column, translate)
    by = given.by or _asked("--by", translate(_("Who gives the verdict")))
    if exercise is None:
        return Verdict(word, by, led_by, independent, given.seconds)
    way = given.way or BOTH
    asked = asked_links(exercise, way)
    question = translate(_("Links that were shown, of {count}"), count=asked)
    found = given.found if given.found is not None else _number("--found", question, translate)
    if found > asked:
        raise SmqError(
            _("{found} links were shown, and {count} were asked for (--found)."),
            None,
            found=found,
            count=asked,
        )
    seconds = given.seconds
    if seconds is None:
        seconds = _number("--seconds", translate(_("Time it took, in seconds")), translate)
    return Verdict(word, by, led_by, independent, seconds, found, way)


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


def _lead(given: Given, translate: Translator) -> tuple[str, bool]:
    """Return who led the exercise, and whether they are independent; «<» asks who again."""
    while True:
        led_by = given.led_by or _asked("--led-by", translate(_("Led by")))
        if given.independent is not None:
            return led_by, given.independent
        question = translate(_("Did they handle none of these dossiers?"))
        try:
            return led_by, asking.confirmed(question, translate, proposed=True)
        except asking.BackError:
            continue


def _asked_choice(column: Column | None, translate: Translator) -> str:
    """Ask until the answer is one of the choices."""
    choices = ", ".join(column.shown(value) for value in column.values) if column else ""
    question = translate(_("Verdict ({choices})"), choices=choices)
    while True:
        typed = _asked("--verdict", question)
        try:
            return _chosen(column, typed)
        except SmqError as error:
            asking.say_why(error, translate)


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


def _number(option: str, question: str, translate: Translator) -> int:
    """Ask until a whole number is typed."""
    while True:
        typed = _asked(option, question)
        if typed.isdecimal():
            return int(typed)
        asking.write(f"  {translate(_('Type a whole number.'))}")


def _asked(option: str, question: str) -> str:
    """Ask until something is typed.

    Raises:
        SmqError: nobody can answer.
    """
    while True:
        typed = asking.answer(question, option, "smq exercise")
        if typed:
            return typed
