"""The conversation of `smq fill`: place after place, each answer written at once."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial

from smq import files
from smq.cli import console
from smq.cli.place import explain_place, show_columns, show_place
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import _
from smq.kit import is_unknown
from smq.links.folding import fold
from smq.model import Change
from smq.operations.fill import Blank, Filling

_STOP = "."
_HELP = "?"
_BACK = ("<", "‹")
_YES = frozenset({"oui", "o", "yes", "y"})
_NO = frozenset({"non", "n", "no", "non merci", "no thanks", "c'est tout", "fini"})
_WHO = _("  Type a name, part of a name or an identifier.")
_CELLS = _("  Type its text, or its cells between semicolons.")
_NEXT_ITEM = _("  Next item, if any (Enter: no more)")


class _Asked(Enum):
    """What a step was an answer to."""

    PLACE = auto()
    ITEM = auto()
    ROW = auto()


@dataclass(frozen=True, slots=True)
class _Step:
    """What «<» takes back: an answer, an item or a row, and the bytes of the file before it.

    `before` is None for a place that was skipped.
    """

    blank: Blank
    before: bytes | None
    typed: str
    asked: _Asked = _Asked.PLACE


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
        people, row = self.filling.system.settings.people, self.filling.row_help(blank)
        show_place(blank, count, people, row, self.session.translate)
        before = self.filling.raw
        while typed := self._typed(blank):
            if self._is_meant(blank, typed) and self._changed(
                partial(self.filling.answer, blank, typed)
            ):
                break
        self.steps.append(_Step(blank, before if typed else None, typed))
        self.skipped += not typed
        if typed:
            self._ask_items(blank)
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
        if step.asked is _Asked.PLACE:
            return
        console.aside(self.session.translate(_("  Taken back: {typed}"), typed=step.typed))
        try:
            if step.asked is _Asked.ITEM:
                self._add_items(step.blank)
                self._ask_rows(step.blank)
            else:
                self._add_rows(step.blank)
        except _BackError:
            self._back()

    def _is_meant(self, blank: Blank, typed: str) -> bool:
        """Return whether an answer is meant: the name of somebody unknown is asked about once."""
        if not blank.person or not self.filling.is_stranger(typed):
            return True
        say = self.session.translate
        console.aside(
            say(
                _("  «{typed}» is nobody in smq.yaml. Write this name anyway? (yes or no)"),
                typed=typed,
            )
        )
        if _folded(self._read(blank)) in _YES:
            return True
        console.aside(say(_WHO))
        return False

    def _ask_items(self, blank: Blank) -> None:
        """Ask for more items of a list inside a row, after the last one left to fill in."""
        if blank.items is None:
            return
        left = self.filling.left(self.session.translate.language)
        if not any(place.items == blank.items for place in left[self.skipped :]):
            self._add_items(blank)

    def _add_items(self, blank: Blank) -> None:
        say = self.session.translate
        while True:
            console.aside(say(_NEXT_ITEM))
            if not (typed := self._content(blank)):
                return
            added = sum(s.blank is blank and s.asked is _Asked.ITEM for s in self.steps)
            before = self.filling.raw
            if self._changed(partial(self.filling.add_item, blank, typed, added)):
                self.steps.append(_Step(blank, before, typed, _Asked.ITEM))

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
                self.steps.append(_Step(blank, before, typed, _Asked.ROW))

    def _typed_row(self, blank: Blank) -> str:
        say = self.session.translate
        columns = " ; ".join(self.filling.row_columns(blank))
        if columns:
            console.aside(say(_("  Next row, if any: {columns} (Enter: no more)"), columns=columns))
            show_columns(self.filling.row_help(blank), say)
        else:
            console.aside(say(_NEXT_ITEM))
        return self._content(blank)

    def _typed(self, blank: Blank) -> str:
        """Return what was typed for a place; a yes or a no names nobody and is no row."""
        if blank.person or (blank.absent and blank.table):
            return self._content(blank)
        return self._read(blank)

    def _content(self, blank: Blank) -> str:
        """Return what was typed, nothing for a no; a yes asks for the thing itself."""
        while (word := _folded(typed := self._read(blank))) in _YES:
            asked = _WHO if blank.person else _CELLS
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
            explain_place(blank, self.session.translate)

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
