"""The questions of `smq init`, one after the other, kept as they are answered."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smq import files, vcs
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import (
    ROWS,
    Answer,
    Kit,
    Question,
    in_language,
    is_unknown,
    understand,
    understood_rows,
)
from smq.kit.answers import asked, from_file
from smq.model import Change
from smq.operations.yaml_text import dump

_BACK = "<"
_HELP = "?"
PROGRESS = ".smq/reponses.yaml"


@dataclass
class Dialogue:
    """Asks what a kit wants to know.

    Attributes:
        kit: its questions.
        translate: language of the dialogue.
        root: folder being created; answers are kept in its `.smq/` until it exists.
        keep: False to write nothing, not even the answers.
    """

    kit: Kit
    translate: Translator
    root: Path
    keep: bool = True

    def run(self, given: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return the answers given and those typed now.

        Raises:
            EOFError, KeyboardInterrupt: the person stopped; what was answered is kept.
        """
        answers = {**self._kept(), **given}
        self._welcome(resumed=len(answers) > len(given))
        try:
            self._ask_all(answers)
        except (EOFError, KeyboardInterrupt):
            if self.keep and (self.root / PROGRESS).exists():
                _write("\n" + self.translate(_("Your answers are kept: type the same command.")))
            raise
        return answers

    def _ask_all(self, answers: dict[str, Answer]) -> None:
        typed: list[str] = []
        part = ""
        while pending := asked(self.kit, answers):
            question = pending[0]
            part = self._part(question, part)
            try:
                answers[question.key] = self._ask(question)
            except _BackError:
                if typed:
                    answers.pop(typed.pop())
                continue
            typed.append(question.key)
            self._keep(answers)

    def _welcome(self, *, resumed: bool) -> None:
        say = self.translate
        _write(
            say(_("A few questions, ten minutes at most. Enter keeps the proposal in brackets."))
        )
        _write(say(_("«?» explains, «<» goes back, «-» means «I do not know yet», Ctrl-C stops.")))
        if resumed:
            _write(say(_("Your earlier answers are kept; here is what is left.")))

    def _part(self, question: Question, shown: str) -> str:
        for part in self.kit.parts:
            title = in_language(part.titles, self.translate.language)
            if question.key in part.keys and title != shown:
                _write(f"\n── {title} ──")
                return title
        return shown

    def _ask(self, question: Question) -> Answer:
        say, language = self.translate, self.translate.language
        _write(f"\n{in_language(question.labels, language)}")
        for number, (value, labels) in enumerate(question.choices, 1):
            _write(f"  {number}. {in_language(labels, language) or value}")
        if question.kind in ("choix_multiple", "liste"):
            _write(say(_("  (several: numbers or words separated by commas)")))
        if question.kind in ROWS:
            _write(f"  {in_language(question.help, language)}")
            return self._ask_rows(question)
        while True:
            typed = self._typed(question, self._prompt(question))
            try:
                return self._understood(question, typed)
            except SmqError as error:
                self._say_why(error)

    def _ask_rows(self, question: Question) -> Answer:
        """Ask row after row; an empty line ends, «<» takes the last one back."""
        rows: list[tuple[str, ...]] = []
        while True:
            try:
                typed = self._typed(question, f"  {len(rows) + 1} > ")
            except _BackError:
                if not rows:
                    raise
                rows.pop()
                continue
            if not typed or is_unknown(typed):
                unknown = None if typed else question.default
                return tuple(rows) or unknown
            try:
                rows += understood_rows(question, typed)
            except SmqError as error:
                self._say_why(error)

    def _typed(self, question: Question, prompt: str) -> str:
        """Return what was typed; explain as often as «?» is typed.

        Raises:
            _BackError: the person wants the question before.
        """
        while (typed := _read(prompt)) == _HELP:
            _write(f"  {in_language(question.help, self.translate.language)}")
        if typed == _BACK:
            raise _BackError
        return typed

    def _understood(self, question: Question, typed: str) -> Answer:
        if not typed:
            return question.default
        if is_unknown(typed):
            return None
        if question.kind == "liste" and question.choices:
            values = question.values
            typed = ",".join(
                values[int(w) - 1] if w.isdigit() and 0 < int(w) <= len(values) else w
                for w in (word.strip() for word in typed.split(","))
            )
        return understand(question, typed)

    def _prompt(self, question: Question) -> str:
        default = question.default
        if default in (None, ()):
            return "  > "
        if isinstance(default, bool):
            shown = self.translate(_("yes") if default else _("no"))
        else:
            shown = default if isinstance(default, str) else ", ".join(str(d) for d in default)
        return f"  [{shown}] > "

    def _say_why(self, error: SmqError) -> None:
        say = self.translate
        _write(f"  {say(error.message, **error.values)}")
        if error.hint:
            _write(f"  {say(error.hint, **error.values)}")

    def _kept(self) -> dict[str, Answer]:
        raw = files.read(self.root, PROGRESS)
        if raw is None:
            return {}
        try:
            return from_file(raw, self.kit)
        except SmqError:
            return {}

    def _keep(self, answers: Mapping[str, Answer]) -> None:
        if not self.keep:
            return
        plain = {key: _plain(value) for key, value in answers.items()}
        before = files.read(self.root, PROGRESS)
        files.apply(self.root, [Change(PROGRESS, before, dump(plain).encode())])


class _BackError(Exception):
    """The person typed «<»."""


def ask_identity(translate: Translator) -> vcs.Identity:
    """Ask the name and e-mail that git records with each version of this repository."""
    _write("")
    _write(translate(_("git records who wrote what, in this folder only. Your name and e-mail:")))
    name = email = ""
    while not name:
        name = _read(translate(_("  Name > ")))
    while "@" not in email:
        email = _read(translate(_("  E-mail > ")))
    return vcs.Identity(name, email)


def _plain(value: Answer) -> object:
    if isinstance(value, tuple):
        return [list(v) if isinstance(v, tuple) else v for v in value]
    return value


def _write(text: str) -> None:
    sys.stderr.write(f"{text}\n")


def _read(prompt: str) -> str:
    sys.stderr.write(prompt)
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.strip()
