"""Asks for what no option says of an evaluation that took place; each answer is judged at once."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

from smq.cli import asking
from smq.cli.evaluation_given import COMMAND, Given
from smq.cli.evaluation_sources import lasting_version, report_read
from smq.cli.session import Session
from smq.coaching.decision import GRANTED, REFUSED, decision_of
from smq.errors import SmqError
from smq.evaluation.gaps import ACTIONS, KINDS
from smq.i18n import _
from smq.kit import typed_date
from smq.model import QualitySystem, nearest
from smq.numbering import known_process
from smq.operations.evaluation import LABEL, Held, gaps_of, milestone_of, refuse_twice

Read = Callable[[str], object]


class Interview:
    """Asks what options leave out; what was answered is never lost."""

    def __init__(self, given: Given, session: Session, system: QualitySystem) -> None:
        """Take what the options say, and the platform.

        Raises:
            SmqError: an option is not understood.
        """
        self.given = given
        self._session = session
        self._system = system
        self._asked = False
        self._mind_options()

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Show the command that says what was answered when nothing comes of it."""
        try:
            yield
        except (SmqError, KeyboardInterrupt):
            if self._asked:
                asking.write(self._session.translate(_("What was said, to go on from there:")))
                asking.write(f"  {self.given.typed}")
            raise

    def evaluation(self) -> Held:
        """Return the evaluation, all of it said; the report is to be filed.

        Raises:
            SmqError: the evaluation is recorded already, or nobody can answer.
        """
        free = self.given.decision is None
        self._ask_what()
        if free:
            self._ask_proofs()
        if self.given.gaps:
            self._ask_gaps()
        return self._held()

    def _held(self) -> Held:
        given = self.given
        person, process = _person(self._system), _process(self._system)
        gaps = (
            gaps_of(
                given.gaps,
                [person(word) for word in given.owners],
                [self._due(word) for word in given.dues],
                [process(word) for word in given.processes],
            )
            if given.gaps
            else ()
        )
        version = lasting_version(self._session, given.version or "")
        kind, day = _kind(given.kind or ""), self._past(given.on or "")
        return Held(kind, day, _words(given.decision or ""), gaps, version)

    def _mind_options(self) -> None:
        """Judge every option before the first question."""
        given = self.given
        for words, read in (
            ((given.kind,), _kind),
            ((given.on,), self._past),
            ((given.decision,), _words),
            ((given.report,), self._report),
            ((given.version,), self._version),
            (given.gaps, _words),
            (given.owners, _person(self._system)),
            (given.dues, typed_date),
            (given.processes, _process(self._system)),
        ):
            for word in words:
                if word is not None:
                    read(word)
        self.given = replace(given, gaps=tuple(map(_words, given.gaps)))
        if given.kind is not None:
            if given.decision is not None and _kind(given.kind) == LABEL:
                _decision(given.decision)
            milestone_of(self._system, _kind(given.kind), given.milestone)

    def _ask_what(self) -> None:
        """Ask what took place, when, and what was decided; one that is known already is refused."""
        translate = self._session.translate
        if self.given.kind is None:
            what = translate(_("What took place ({choices})"), choices=", ".join(KINDS))
            self.given = replace(self.given, kind=self._ask("--type", what, self._new_kind))
        if self.given.on is None:
            when = translate(_("On which day"))
            self.given = replace(self.given, on=self._ask("--on", when, self._past))
        kind = _kind(self.given.kind or "")
        for due in self.given.dues:
            self._due(due)
        refuse_twice(self._system, kind, self._past(self.given.on or ""))
        read = _decision if kind == LABEL else _words
        if self.given.decision is None:
            in_words = translate(_("Decision, in words"))
            self.given = replace(self.given, decision=self._ask("--decision", in_words, read))
        read(self.given.decision or "")

    def _ask_proofs(self) -> None:
        """Ask for the gaps, the report and the version evaluated; each may be none."""
        translate = self._session.translate
        if not self.given.gaps:
            asking.write(translate(_("Each gap on a line of its own; an empty line ends.")))
            while text := self._ask(None, translate(_("Gap")), str):
                self.given = replace(self.given, gaps=(*self.given.gaps, _words(text)))
        if self.given.report is None:
            which = translate(_("File of the report, or nothing"))
            self.given = replace(self.given, report=self._ask(None, which, self._report))
        if self.given.version is None:
            which = translate(_("Commit or tag of the folder evaluated, or nothing"))
            self.given = replace(self.given, version=self._ask(None, which, self._version))

    def _ask_gaps(self) -> None:
        """Ask who mends each gap, by when, and which process it touches."""
        if not self.given.owners:
            owners = self._ask_each("--owner", _("who mends it"), _person(self._system))
            self.given = replace(self.given, owners=owners)
        if not self.given.dues:
            dues = self._ask_each("--due", _("by when"), self._due)
            self.given = replace(self.given, dues=dues)
        if not self.given.processes:
            processes = self._ask_each("--process", _("process"), _process(self._system))
            self.given = replace(self.given, processes=processes)

    def _ask_each(self, option: str, question: str, read: Read) -> tuple[str, ...]:
        what = self._session.translate(question)
        return tuple(self._ask(option, f"{text} – {what}", read) for text in self.given.gaps)

    def _ask(self, option: str | None, shown: str, read: Read) -> str:
        """Return the first answer that `read` understands; without option, nothing is one.

        Raises:
            SmqError: the input ends, and something must be said.
        """
        while True:
            try:
                typed = asking.answer(shown, option or "", COMMAND)
            except SmqError:
                if option is None:
                    return ""
                raise
            self._asked = self._asked or bool(typed)
            if not typed and option is None:
                return ""
            try:
                read(typed)
            except SmqError as error:
                asking.say_why(error, self._session.translate)
            else:
                return typed

    def _new_kind(self, typed: str) -> None:
        milestone_of(self._system, _kind(typed), self.given.milestone)

    def _due(self, typed: str) -> date:
        """Return by when a gap is mended: not before it was found."""
        day = typed_date(typed)
        if self.given.on and day < typed_date(self.given.on):
            raise SmqError(
                _("«{date}» comes before the evaluation, of {held} (--due)."),
                None,
                date=typed,
                held=typed_date(self.given.on),
            )
        return day

    def _past(self, typed: str) -> date:
        day = typed_date(typed)
        if day > self._session.today:
            raise SmqError(_("«{date}» has not come yet (--on)."), None, date=typed)
        return day

    def _report(self, typed: str) -> None:
        report_read(self._session, Path(typed))

    def _version(self, typed: str) -> None:
        lasting_version(self._session, typed)


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


def _words(typed: str) -> str:
    """Return a text on one line; `|` parts the items of a cell."""
    said = " ".join(typed.replace("|", "/").split())
    if not said:
        raise SmqError(_("Something is to be said here."), None)
    return said


def _decision(typed: str) -> str:
    """Return a decision on the label, which is granted or refused.

    Raises:
        SmqError: it has no word that says which.
    """
    said = _words(typed)
    if decision_of(said) is None:
        raise SmqError(
            _("«{text}» does not say whether the label is granted (--decision)."),
            _("Say it with one of these words: {granted}; or {refused}."),
            text=said,
            granted=", ".join(GRANTED),
            refused=", ".join(REFUSED),
        )
    return said


def _person(system: QualitySystem) -> Callable[[str], str]:
    """Return what reads a person: one of `smq.yaml`, else a row of the table of staff."""
    actions = system.registers.get(ACTIONS)
    column = actions.schema.column("responsable") if actions else None
    staff = system.registers.get((column.target or "").partition(".")[0]) if column else None

    def read(typed: str) -> str:
        known = system.settings.person(typed.strip())
        word = known.id if known else _words(typed)
        if staff is not None and word not in staff.by_key:
            raise SmqError(
                _("«{word}» is nobody of the register of staff."),
                _("Its rows: {path}"),
                word=typed,
                path=staff.path,
            )
        return word

    return read


def _process(system: QualitySystem) -> Callable[[str], str]:
    def read(typed: str) -> str:
        return known_process(system, _words(typed)) or _words(typed)

    return read
