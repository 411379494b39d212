"""Whose writing is kept: named on the command line, else asked at a terminal."""

import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from smq.cli import asking
from smq.cli.session import Session
from smq.cli.sync_words import Words
from smq.i18n import _
from smq.merging import Passage, Side
from smq.report.passages import passage_lines

_ALL = frozenset({"all", "tout", "tous", "toutes"})
_STOP = "."


@dataclass
class Choices:
    """What was chosen.

    Attributes:
        session: of the command.
        mine: documents and files named with `--mine`.
        theirs: documents and files named with `--theirs`.
        asked: passage → what was answered.
    """

    session: Session
    mine: Sequence[str]
    theirs: Sequence[str]
    asked: dict[Passage, Side] = field(default_factory=dict)

    def side(self, passage: Passage, words: Words) -> Side | None:
        """Return the side chosen for a passage, None when none was."""
        if passage in self.asked:
            return self.asked[passage]
        names = {name.casefold() for name in words.names(passage.path)}
        for side, named in ((Side.MINE, self.mine), (Side.THEIRS, self.theirs)):
            if any(word.casefold() in names for word in named):
                return side
        for side, named in ((Side.MINE, self.mine), (Side.THEIRS, self.theirs)):
            if any(word.casefold() in _ALL for word in named):
                return side
        return None

    def ask(self, passages: Sequence[Passage], words: Words) -> bool:
        """Ask for each passage, at a terminal; return whether all of them are settled."""
        if not sys.stdin.isatty():
            return False
        width = shutil.get_terminal_size().columns
        for passage in passages:
            asking.write("")
            for line in passage_lines(words.told(passage), self.session.translate, width):
                asking.write(line)
            side = self._answer(passage)
            if side is None:
                return False
            self.asked[passage] = side
        return True

    def _answer(self, passage: Passage) -> Side | None:
        say = self.session.translate
        sides = {"1": Side.MINE, "2": Side.THEIRS}
        question = _("  1 yours, 2 theirs, «.» stops and changes nothing > ")
        if passage.both_fit:
            sides["3"] = Side.BOTH
            question = _("  1 yours, 2 theirs, 3 both, «.» stops and changes nothing > ")
        while True:
            try:
                typed = asking.read(say(question))
            except EOFError:
                return None
            if typed == _STOP:
                return None
            if typed in sides:
                return sides[typed]
            asking.write(say(_("  Type one of these signs: {signs}"), signs=", ".join(sides)))
