"""Asks for the verdict of an exercise, which only a person gives."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from smq.cli import asking
from smq.cli.exercise_people import outside_told, refuse_no_name
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.model import QualitySystem
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


def chosen_side(independent: bool, involved: bool) -> bool | None:
    """Return whether who led handled none of the dossiers, None when no option says it.

    Raises:
        SmqError: both are said.
    """
    if independent and involved:
        raise SmqError(
            _("--independent and --involved say two things."), _("Leave one of them out.")
        )
    return independent if independent or involved else None


def refuse_unrecorded(given: Given, *, record: bool) -> None:
    """Raise for what an option says of an exercise that is not kept.

    Raises:
        SmqError: there is such an option.
    """
    said = {
        "--verdict": given.verdict,
        "--by": given.by,
        "--led-by": given.led_by,
        "--involved": given.independent is False or None,
        "--independent": given.independent or None,
        "--seconds": given.seconds,
        "--found": given.found,
        "--way": given.way,
    }
    names = [name for name, value in said.items() if value is not None]
    if names and not record:
        raise SmqError(
            _("{options}: this is kept with --record only, and nothing would be kept."),
            _("Add --record to keep the exercise, or leave it out."),
            options=", ".join(names),
        )


def asked_verdict(
    register: Register,
    given: Given,
    exercise: Exercise | None,
    system: QualitySystem,
    translate: Translator,
    *,
    handled: Callable[[str], str | None] = lambda _word: None,
    note: Callable[[Given], None] = lambda _given: None,
) -> Verdict:
    """Return the verdict; what no option says is asked for.

    Args:
        register: of the exercises, whose column `verdict` has the choices.
        given: what options say.
        exercise: whose links nobody noted one by one; None when they were walked live.
        system: the platform, whose staff is known by name.
        translate: the reader's language.
        handled: says in which dossier the registers name a person, or None.
        note: gets what is known after each answer.

    Raises:
        SmqError: an option is no choice, or nobody can answer.
    """
    column = register.schema.column("verdict")
    # A slip in an option is said before anything is asked for.
    mind_given(register, given)
    tell = outside_told(system, translate)
    led_by, independent = _lead(given, tell, handled, translate)
    note(given := replace(given, led_by=led_by, independent=independent))
    word = _chosen(column, given.verdict) if given.verdict else _asked_choice(column, translate)
    note(given := replace(given, verdict=word))
    by = given.by or _asked_name("--by", translate(_("Who gives the verdict")), translate)
    tell(by)
    note(given := replace(given, by=by))
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


def mind_given(register: Register, given: Given) -> None:
    """Raise for an option that is no choice or nobody's name.

    Raises:
        SmqError: there is one.
    """
    if given.verdict is not None:
        _chosen(register.schema.column("verdict"), given.verdict)
    for option, name in (("--led-by", given.led_by), ("--by", given.by)):
        if name is not None:
            refuse_no_name(name, option)


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


def _lead(
    given: Given,
    tell: Callable[[str], None],
    handled: Callable[[str], str | None],
    translate: Translator,
) -> tuple[str, bool]:
    """Return who led the exercise, and whether they are independent; «<» asks who again.

    Nothing is asked of somebody whom the registers name in a dossier.
    """
    while True:
        led_by = given.led_by or _asked_name("--led-by", translate(_("Led by")), translate)
        tell(led_by)
        if given.independent is not None:
            return led_by, given.independent
        dossier = handled(led_by)
        if dossier is not None:
            sentence = _("{person} is named in the dossier {dossier}: kept as not independent.")
            asking.write(f"  {translate(sentence, person=led_by, dossier=dossier)}")
            return led_by, False
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


def _asked_name(option: str, question: str, translate: Translator) -> str:
    """Ask until what is typed can be a name."""
    while True:
        typed = _asked(option, question)
        try:
            refuse_no_name(typed, option)
        except SmqError as error:
            asking.say_why(error, translate)
        else:
            return typed


def _asked(option: str, question: str) -> str:
    """Ask until something is typed.

    Raises:
        SmqError: nobody can answer.
    """
    while True:
        typed = asking.answer(question, option, "smq exercise")
        if typed:
            return typed
