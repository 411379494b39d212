"""`smq fill`: walk through what is left to fill in, one place at a time."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Annotated

import typer

from smq import files
from smq.cli import choosing, console, failures
from smq.cli.options import Code, DryRun
from smq.cli.saving import save
from smq.cli.session import Session
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import is_unknown
from smq.model import Change
from smq.operations.fill import Blank, Filling

_STOP = "."
_HELP = "?"
_BACK = ("<", "‹")
_YES = frozenset({"oui", "o", "yes", "y"})
_NO = frozenset({"non", "n", "no"})


def command(
    context: typer.Context,
    code: Code,
    listed: Annotated[
        bool, typer.Option("--list", help=_("List what is left to fill in; ask nothing."))
    ] = False,
    dry_run: DryRun = False,
) -> None:
    """Walk through what is left to fill in, header then text, and write each answer.

    Enter or - skips, < goes back, ? explains, a dot or Ctrl-D stops; every answer is kept.
    After the last row of a table another one is asked for, its cells between semicolons.
    """
    session: Session = context.obj
    system = session.system()
    document = choosing.one(system, code)
    raw = files.read(session.root, document.path) or b""
    filling = Filling(system, document, raw)
    left = filling.left(session.translate.language)
    if listed:
        for blank in left:
            place = f"{document.path}:{blank.line}:{blank.column}"
            shown = _expected(blank, session.translate)
            console.product(f"{place}: {_place(blank, session.translate)}: {shown}")
    interrupted = False
    if left and not listed:
        walk = _Walk(session, filling, dry_run=dry_run)
        interrupted = walk.run()
        if dry_run and filling.raw != raw:
            save(session, [Change(document.path, raw, filling.raw)], dry_run=True)
    _close(document.label, filling, session.translate)
    if interrupted:
        raise typer.Exit(failures.INTERRUPTED)


@dataclass
class _Walk:
    """The conversation: each answer is written before the next question."""

    session: Session
    filling: Filling
    dry_run: bool
    answered: set[str] = field(default_factory=set)
    # What undoes each step: the bytes before an answer, None for a place that was skipped.
    steps: list[bytes | None] = field(default_factory=list)

    def run(self) -> bool:
        """Ask until nothing is left or the person stops; return whether Ctrl-C stopped it."""
        say = self.session.translate
        console.aside(
            say(
                _(
                    "Enter or «-» skips, «<» goes back, «?» explains, «.» stops."
                    " Each answer is written at once."
                )
            )
        )
        skipped = 0
        try:
            while len(left := self.filling.left(say.language)) > skipped:
                blank = left[skipped]
                before = self.filling.raw
                answer = self._ask(blank, len(left) - skipped)
                if answer in _BACK:
                    skipped -= self._undo()
                    continue
                self.steps.append(before if answer else None)
                skipped += not answer
                self._another_row(blank, skipped)
        except EOFError:
            return False
        except KeyboardInterrupt:
            console.aside("")
            return True
        return False

    def _ask(self, blank: Blank, count: int) -> str:
        """Ask for one place; return what was typed, nothing when it is skipped."""
        self._show(blank, count)
        while (typed := self._read(blank)) and typed not in _BACK:
            try:
                self._write(partial(self.filling.answer, blank, typed))
            except SmqError as error:
                self._say_why(error)
            else:
                self.answered.add(blank.table or "")
                break
        return typed

    def _undo(self) -> int:
        """Take the last step back; return how many places are skipped less."""
        if not self.steps:
            return 0
        before = self.steps.pop()
        if before is None:
            return 1
        self._write(partial(self.filling.take_back, before))
        return 0

    def _show(self, blank: Blank, count: int) -> None:
        say = self.session.translate
        place = _place(blank, say)
        console.aside("")
        console.aside(
            say.plural(_("{place} ({count} left)"), _("{place} ({count} left)"), count, place=place)
        )
        console.aside(f"  {_expected(blank, say)}")
        if blank.example:
            console.aside(say(_("  Example: {example}"), example=blank.example))
        if blank.absent and blank.columns:
            columns = " ; ".join(blank.columns)
            console.aside(say(_("  Cells between semicolons: {columns}"), columns=columns))

    def _another_row(self, blank: Blank, skipped: int) -> None:
        """Ask for rows below the last one that had something to fill in, if anything was filled."""
        if blank.table is None or blank.row is None or blank.table not in self.answered:
            return
        left = self.filling.left(self.session.translate.language)
        if len(left) > skipped and left[skipped].table == blank.table:
            return
        self.answered.discard(blank.table)
        if not self.filling.is_last_row(blank):
            return
        below = 0
        while typed := self._read_row(blank):
            try:
                self._write(partial(self.filling.add_row, blank, below, typed))
            except SmqError as error:
                self._say_why(error)
            else:
                below += 1

    def _read_row(self, blank: Blank) -> str:
        say = self.session.translate
        columns = " ; ".join(self.filling.row_columns(blank))
        if columns:
            console.aside(say(_("  Another row? {columns} (Enter: no more)"), columns=columns))
        else:
            console.aside(say(_("  Another item? (Enter: no more)")))
        typed = self._read(blank)
        while typed.casefold() in _YES:
            console.aside(say(_("  Type its text, or its cells between semicolons.")))
            typed = self._read(blank)
        return "" if typed.casefold() in _NO or typed in _BACK else typed

    def _write(self, change: Callable[[], None]) -> None:
        before = self.filling.raw
        change()
        if not self.dry_run and self.filling.raw != before:
            path = self.filling.document.path
            files.apply(self.session.root, [Change(path, before, self.filling.raw)])
        say = self.session.translate
        for remark in self.filling.remarks:
            console.aside("  " + say(remark.message, **remark.values))

    def _read(self, blank: Blank) -> str:
        while True:
            typed = _line()
            if typed == _STOP:
                raise EOFError
            if is_unknown(typed):
                return ""
            if typed != _HELP:
                return typed
            self._explain(blank)

    def _explain(self, blank: Blank) -> None:
        say = self.session.translate
        console.aside(f"  {_expected(blank, say)}")
        if blank.example:
            console.aside(say(_("  Example: {example}"), example=blank.example))
        console.aside(say(_("  What you type takes the place of the brackets, on one line.")))
        console.aside(
            say(_("  Enter: skip it for now. «.» or Ctrl-D: stop; every answer is kept."))
        )

    def _say_why(self, error: SmqError) -> None:
        say = self.session.translate
        console.aside("  " + say(error.message, **error.values))
        if error.hint:
            console.aside("  → " + say(error.hint, **error.values))


def _line() -> str:
    sys.stderr.write("  > ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()


def _place(blank: Blank, say: Translator) -> str:
    parts = list(blank.place) or [say(_("text"))]
    if blank.row is not None:
        parts.append(say(_("row {number}"), number=blank.row))
    if blank.label:
        parts.append(blank.label)
    return " › ".join(parts)


def _expected(blank: Blank, say: Translator) -> str:
    if blank.expected:
        return blank.expected
    if blank.absent:
        return say(_("the type of the document asks for this field"))
    return say(_("(the text does not say what)"))


def _close(label: str, filling: Filling, say: Translator) -> None:
    left = len(filling.left(say.language))
    if left:
        console.aside(
            say.plural(
                _("{document}: {count} place left to fill in. To go on: smq fill {document}"),
                _("{document}: {count} places left to fill in. To go on: smq fill {document}"),
                left,
                document=label,
            )
        )
        return
    console.aside(say(_("{document}: nothing left to fill in. Next: smq check"), document=label))
    people = filling.unnamed_people()
    if people:
        words = " ".join(f'"{name}=…"' for name in people)
        console.aside(
            say(_("It still lacks names: smq set {document} {words}"), document=label, words=words)
        )
