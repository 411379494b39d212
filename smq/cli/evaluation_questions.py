"""Asks for what no option says of an evaluation that took place."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from smq.cli import asking
from smq.cli.session import Session
from smq.errors import SmqError
from smq.evaluation.gaps import KINDS
from smq.i18n import Translator, _
from smq.kit import typed_date
from smq.model import QualitySystem, nearest
from smq.numbering import known_process
from smq.operations.evaluation import Gap, Held, gaps_of

T = TypeVar("T")
_COMMAND = "smq evaluation"


@dataclass(frozen=True)
class Given:
    """What the options say: see `smq.cli.evaluation`."""

    kind: str | None
    on: str | None
    decision: str | None
    gaps: list[str] | None
    owners: list[str] | None
    dues: list[str] | None
    processes: list[str] | None
    version: str | None


def asked_evaluation(given: Given, session: Session, system: QualitySystem) -> Held:
    """Return the evaluation; what is not given is asked for.

    Raises:
        SmqError: an option is not understood, or nobody can answer.
    """
    translate = session.translate
    asked = _Asked(translate)
    what = translate(_("What took place ({choices})"), choices=", ".join(KINDS))
    kind = asked.once("--type", given.kind, what, _kind)
    when = translate(_("On which day"))
    day = asked.once("--on", given.on, when, lambda typed: _past(typed, session.today))
    in_words = translate(_("Decision, in words"))
    decision = asked.once("--decision", given.decision, in_words, _words)
    texts = [_words(text) for text in given.gaps or ()]
    version = (given.version or "").strip()
    if given.decision is None:
        if not texts:
            asking.write(translate(_("Each gap on a line of its own; an empty line ends.")))
            while text := asked.line(_("Gap")):
                texts.append(_words(text))
        version = version or asked.line(_("Commit or tag of the folder evaluated, or nothing"))
    gaps: tuple[Gap, ...] = ()
    if texts:
        owners = asked.each("--owner", given.owners, texts, _("who mends it"), _person(system))
        dues = asked.each("--due", given.dues, texts, _("by when"), typed_date)
        processes = asked.each("--process", given.processes, texts, _("process"), _process(system))
        gaps = gaps_of(texts, owners, dues, processes)
    return Held(kind, day, decision, gaps, version)


class _Asked:
    """Takes an option, else asks until the answer is understood."""

    def __init__(self, translate: Translator) -> None:
        self._translate = translate

    def once(self, option: str, given: str | None, shown: str, read: Callable[[str], T]) -> T:
        """Return what is given, or answered, as `read` understands it."""
        if given is not None:
            return read(given)
        while True:
            try:
                typed = asking.read(f"  {shown} > ")
            except EOFError as end:
                asking.write("")
                raise SmqError(
                    _("{name} is missing."),
                    _("For help: {command} --help"),
                    name=option,
                    command=_COMMAND,
                ) from end
            try:
                return read(typed)
            except SmqError as error:
                asking.say_why(error, self._translate)

    def line(self, question: str) -> str:
        """Return one line, the empty one when the input ends."""
        try:
            return asking.read(f"  {self._translate(question)} > ")
        except EOFError:
            asking.write("")
            return ""

    def each(
        self,
        option: str,
        given: list[str] | None,
        texts: list[str],
        question: str,
        read: Callable[[str], T],
    ) -> list[T]:
        """Return what is given, or answered for each écart."""
        if given:
            return [read(text) for text in given]
        what = self._translate(question)
        return [self.once(option, None, f"{text} – {what}", read) for text in texts]


def _kind(typed: str) -> str:
    word = typed.strip().casefold().replace("é", "e")
    if word in KINDS:
        return word
    near = nearest(typed, KINDS)
    raise SmqError(
        _("«{word}» is no sort of evaluation."),
        _("Nearest: {near}.") if near else _("They are: {known}."),
        word=typed,
        near=near or "",
        known=", ".join(KINDS),
    )


def _past(typed: str, today: date) -> date:
    day = typed_date(typed)
    if day > today:
        raise SmqError(_("«{date}» has not come yet (--on)."), None, date=typed)
    return day


def _words(typed: str) -> str:
    """Return a text on one line; `|` parts the items of a cell."""
    said = " ".join(typed.replace("|", "/").split())
    if not said:
        raise SmqError(_("Something is to be said here."), None)
    return said


def _person(system: QualitySystem) -> Callable[[str], str]:
    def read(typed: str) -> str:
        known = system.settings.person(typed.strip())
        return known.id if known else _words(typed)

    return read


def _process(system: QualitySystem) -> Callable[[str], str]:
    def read(typed: str) -> str:
        return known_process(system, _words(typed)) or _words(typed)

    return read
