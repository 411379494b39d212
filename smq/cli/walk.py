"""The conversation of `smq fill`: place after place, each answer written at once."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from smq import files
from smq.cli import console
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import is_unknown
from smq.links.folding import fold
from smq.model import Change
from smq.operations.fill import Blank, Filling

_STOP = "."
_HELP = "?"
_BACK = ("<", "‹")
_YES = frozenset({"oui", "o", "yes", "y"})
_NO = frozenset({"non", "n", "no", "non merci", "no thanks", "c'est tout", "fini"})
_SHOWN_PEOPLE = 12
_PEOPLE = {
    "redacteur": _("who writes the document: a name, part of a name or an identifier"),
    "verificateur": _("who reviews the document: a name, part of a name or an identifier"),
    "approbateur": _("who approves the document: a name, part of a name or an identifier"),
}


def place_of(blank: Blank, say: Translator) -> str:
    """Return where a place lies: titles above it, row and column."""
    parts = list(blank.place) or [say(_("text"))]
    if blank.row is not None:
        parts.append(say(_("row {number}"), number=blank.row))
    if blank.label:
        parts.append(blank.label)
    return " › ".join(parts)


def expected(blank: Blank, say: Translator) -> str:
    """Return what is asked for in a place."""
    if blank.expected:
        return blank.expected
    if blank.person:
        return say(_PEOPLE[blank.person])
    if blank.absent:
        return say(_("the type of the document asks for this field"))
    return say(_("(the text does not say what)"))


@dataclass(frozen=True, slots=True)
class _Step:
    """What «<» takes back: the bytes before an answer or an added row; None for a skipped place."""

    blank: Blank
    before: bytes | None
    is_row: bool = False


@dataclass
class Walk:
    """The conversation: each answer is written before the next question."""

    session: Session
    filling: Filling
    dry_run: bool
    skipped: int = 0
    steps: list[_Step] = field(default_factory=list)

    def run(self) -> bool:
        """Ask until nothing is left or the person stops; return whether Ctrl-C stopped it.

        Raises:
            SmqError: an answer could not be written; the earlier ones are.
        """
        say = self.session.translate
        console.aside(
            say(
                _(
                    "Enter or «-» skips, «<» goes back, «?» explains, «.» stops."
                    " Each answer is written at once."
                )
            )
        )
        try:
            while len(left := self.filling.left(say.language)) > self.skipped:
                try:
                    self._ask(left[self.skipped], len(left) - self.skipped)
                except _BackError:
                    self._back()
        except EOFError:
            return False
        except KeyboardInterrupt:
            console.aside("")
            return True
        return False

    def _ask(self, blank: Blank, count: int) -> None:
        """Ask for one place, then for rows below it.

        Raises:
            _BackError: the person wants the place before.
        """
        self._show(blank, count)
        before = self.filling.raw
        while typed := self._typed(blank):
            if self._changed(partial(self.filling.answer, blank, typed)):
                break
        self.steps.append(_Step(blank, before if typed else None))
        self.skipped += not typed
        self._ask_rows(blank)

    def _back(self) -> None:
        """Take the last step back; after a row, ask for another one again."""
        if not self.steps:
            console.aside(self.session.translate(_("  This is the first place.")))
            return
        step = self.steps.pop()
        if step.before is None:
            self.skipped -= 1
            return
        self._changed(partial(self.filling.take_back, step.before))
        if step.is_row:
            try:
                self._add_rows(step.blank)
            except _BackError:
                self._back()

    def _show(self, blank: Blank, count: int) -> None:
        say = self.session.translate
        place = place_of(blank, say)
        console.aside("")
        console.aside(
            say.plural(_("{place} ({count} left)"), _("{place} ({count} left)"), count, place=place)
        )
        console.aside(f"  {expected(blank, say)}")
        if blank.example:
            console.aside(say(_("  Example: {example}"), example=blank.example))
        if blank.absent and blank.columns:
            columns = " ; ".join(blank.columns)
            console.aside(say(_("  Cells between semicolons: {columns}"), columns=columns))
        people = self.filling.system.settings.people
        if blank.person and people:
            console.aside("  " + ", ".join(f"{p.id} {p.name}" for p in people[:_SHOWN_PEOPLE]))

    def _ask_rows(self, blank: Blank) -> None:
        """Ask for rows below the last one that had something to fill in, if anything was filled."""
        if blank.table is None or blank.row is None:
            return
        left = self.filling.left(self.session.translate.language)
        same = (blank.table,)
        if any(place.table in same for place in left[self.skipped : self.skipped + 1]):
            return
        filled = any(s.blank.table in same and s.before is not None for s in self.steps)
        if filled and self.filling.is_last_row(blank):
            self._add_rows(blank)

    def _add_rows(self, blank: Blank) -> None:
        while typed := self._typed_row(blank):
            before = self.filling.raw
            if self._changed(partial(self.filling.add_row, blank, typed)):
                self.steps.append(_Step(blank, before, is_row=True))

    def _typed_row(self, blank: Blank) -> str:
        say = self.session.translate
        columns = " ; ".join(self.filling.row_columns(blank))
        if columns:
            console.aside(say(_("  Next row, if any: {columns} (Enter: no more)"), columns=columns))
        else:
            console.aside(say(_("  Next item, if any (Enter: no more)")))
        return self._content(blank)

    def _typed(self, blank: Blank) -> str:
        """Return what was typed for a place; a yes or a no names nobody and is no row."""
        if blank.person or (blank.absent and blank.table):
            return self._content(blank)
        return self._read(blank)

    def _content(self, blank: Blank) -> str:
        """Return what was typed, nothing for a no; a yes asks for the thing itself."""
        while (word := _folded(typed := self._read(blank))) in _YES:
            if blank.person:
                asked = _("  Type a name, part of a name or an identifier.")
            else:
                asked = _("  Type its text, or its cells between semicolons.")
            console.aside(self.session.translate(asked))
        return "" if word in _NO else typed

    def _changed(self, change: Callable[[], None]) -> bool:
        """Make a change and write it; return False when it is not accepted.

        Raises:
            SmqError: it cannot be written.
        """
        before, say = self.filling.raw, self.session.translate
        try:
            change()
        except SmqError as error:
            self._say_why(error)
            return False
        if not self.dry_run and self.filling.raw != before:
            path = self.filling.document.path
            files.apply(self.session.root, [Change(path, before, self.filling.raw)])
        for remark in self.filling.remarks:
            console.aside("  " + say(remark.message, **remark.values))
        return True

    def _read(self, blank: Blank) -> str:
        while True:
            typed = _line()
            if typed == _STOP:
                raise EOFError
            if typed in _BACK:
                raise _BackError
            if is_unknown(typed):
                return ""
            if typed != _HELP:
                return typed
            self._explain(blank)

    def _explain(self, blank: Blank) -> None:
        say = self.session.translate
        console.aside(f"  {expected(blank, say)}")
        if blank.example:
            console.aside(say(_("  Example: {example}"), example=blank.example))
        if blank.absent:
            console.aside(say(_("  What you type is written in the header, on one line.")))
        else:
            console.aside(say(_("  What you type takes the place of the brackets, on one line.")))
        console.aside(
            say(
                _(
                    "  Enter or «-»: leave it for now. «<»: take the last answer back."
                    " «.» or Ctrl-D: stop; every answer is kept."
                )
            )
        )

    def _say_why(self, error: SmqError) -> None:
        say = self.session.translate
        console.aside("  " + say(error.message, **error.values))
        if error.hint:
            console.aside("  → " + say(error.hint, **error.values))


class _BackError(Exception):
    """The person typed «<»."""


def _folded(typed: str) -> str:
    """Return a word to compare with a yes or a no."""
    return fold(typed.replace(",", " ").rstrip(" .!"))


def _line() -> str:
    sys.stderr.write("  > ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()
