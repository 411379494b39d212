"""Asks what a session was, where `smq session close` is typed without a word about it."""

import shlex
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from smq.cli import asking
from smq.cli.coaching_said import Said
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.model import coaching

Read = Callable[[str], object]


class Interview:
    """Asks line after line; what was answered is never lost."""

    def __init__(self, chosen: coaching.Session, session: Session) -> None:
        """Take the session that is closed."""
        self.chosen = chosen
        self._session = session
        self._said = Said()

    def said(self, day: Read, hours: Read, remark: Read, answered: Read) -> Said:
        """Return what was answered.

        Args:
            day, hours, remark, answered: raise for an answer that is none of its sort.

        Raises:
            SmqError: nobody answers, or the input ends before the last question.
        """
        try:
            with self.told():
                self._ask(day, hours, remark, answered)
        except EOFError as end:
            raise SmqError(
                _("{session} is not closed: nothing, or not all, was said of it."),
                _("Example: {command}"),
                session=self.chosen.id,
                command=f'smq session close {self.chosen.id} --hours 2,5 --done "…"',
            ) from end
        return self._said

    @contextmanager
    def told(self) -> Iterator[None]:
        """Show the command that says what was answered when nothing comes of it."""
        try:
            yield
        except (SmqError, EOFError, KeyboardInterrupt):
            asking.write("")
            if self._said != Said():
                say = self._session.translate
                asking.write(say(_("What was said, to go on from there:")))
                asking.write(f"  {self._typed()}")
            raise

    def _ask(self, day: Read, hours: Read, remark: Read, answered: Read) -> None:
        say, chosen, today = self._session.translate, self.chosen, self._session.today
        planned = chosen.planned if chosen.planned and chosen.planned <= today else None
        proposed = (planned or today).isoformat()
        shown = say.date(planned or today)
        asking.write(say(_("{session}: Enter leaves a line as it is."), session=chosen.id))
        on = self._one(say(_("Held on which day")), day, shown) or proposed
        self._said = replace(self._said, on=on)
        length = self._one(say(_("How long it was, for example 2,5")), hours, chosen.hours)
        self._said = replace(self._said, hours=length)
        self._many(_("Who was there"), str, lambda held: replace(self._said, present=held))
        self._many(_("Something done"), str, lambda held: replace(self._said, done=held))
        self._many(_("A question left open"), str, lambda held: replace(self._said, questions=held))
        self._many(
            _("A question open no more"), answered, lambda held: replace(self._said, answered=held)
        )
        self._many(
            _("What the coach said (CODE: TEXT)"),
            remark,
            lambda held: replace(self._said, remarks=held),
        )
        training = self._one(say(_("Training received")), str, chosen.training)
        self._said = replace(self._said, training=training)
        following = self._one(say(_("Date of the next one")), day)
        self._said = replace(self._said, following=following or None)

    def _many(self, question: str, read: Read, kept: Callable[[tuple[str, ...]], Said]) -> None:
        """Take answers until an empty one; each is kept at once."""
        held: tuple[str, ...] = ()
        while line := self._one(self._session.translate(question), read):
            held = (*held, line)
            self._said = kept(held)

    def _one(self, question: str, read: Read, proposed: str = "") -> str:
        """Return the first answer that is understood, the empty one for Enter."""
        shown = f"  {question} [{proposed}] > " if proposed else f"  {question} > "
        while line := asking.read(shown):
            try:
                read(line)
            except SmqError as error:
                asking.say_why(error, self._session.translate)
            else:
                return line
        return ""

    def _typed(self) -> str:
        said = self._said
        words = ["smq", "session", "close", self.chosen.id]
        for option, texts in (
            ("--on", (said.on,)),
            ("--hours", (said.hours,)),
            ("--present", said.present),
            ("--done", said.done),
            ("--question", said.questions),
            ("--answered", said.answered),
            ("--remark", said.remarks),
            ("--training", (said.training,)),
            ("--next", (said.following or "",)),
        ):
            for text in texts:
                words += [option, text] if text else []
        return shlex.join(words)
