"""The questions of `smq init`, one after the other, kept as they are answered."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from smq import files, vcs
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import Answer, Kit, Question, in_language, understand
from smq.kit.answers import asked, from_file
from smq.operations.yaml_text import dump

_UNKNOWN = frozenset({"je ne sais pas", "je ne sais pas encore", "jsp", "-", "i do not know", "i do not know yet"})
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
    """

    kit: Kit
    translate: Translator
    root: Path

    def run(self, given: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return the answers given and those typed now.

        Raises:
            EOFError, KeyboardInterrupt: the person stopped; what was answered is kept.
        """
        answers = {**self._kept(), **given}
        self._welcome(resumed=len(answers) > len(given))
        typed: list[str] = []
        part = ""
        while pending := asked(self.kit, answers):
            question = pending[0]
            part = self._part(question, part)
            answer = self._ask(question)
            if answer is _GO_BACK:
                if typed:
                    answers.pop(typed.pop())
                continue
            answers[question.key] = answer
            typed.append(question.key)
            self._keep(answers)
        return answers

    def _welcome(self, *, resumed: bool) -> None:
        say = self.translate
        _write(say(_("A few questions, ten minutes at most. Enter keeps the proposal in brackets.")))
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

    def _ask(self, question: Question) -> Answer | object:
        say, language = self.translate, self.translate.language
        _write(f"\n{in_language(question.labels, language)}")
        for number, (value, labels) in enumerate(question.choices, 1):
            _write(f"  {number}. {in_language(labels, language) or value}")
        if question.kind in ("choix_multiple", "liste"):
            _write(say(_("  (several: numbers or words separated by commas)")))
        if question.kind in ("unites", "plateaux", "personnes"):
            _write(f"  {in_language(question.help, language)}")
            return self._ask_rows(question)
        while True:
            typed = _read(self._prompt(question))
            if typed == _BACK:
                return _GO_BACK
            if typed == _HELP:
                _write(f"  {in_language(question.help, language)}")
                continue
            try:
                return self._understood(question, typed)
            except SmqError as error:
                self._say_why(error)

    def _ask_rows(self, question: Question) -> Answer | object:
        rows: list[str] = []
        while True:
            typed = _read(f"  {len(rows) + 1} > ")
            if typed == _BACK and not rows:
                return _GO_BACK
            if typed.casefold() in _UNKNOWN and not rows:
                return None
            if not typed:
                return understand(question, "\n".join(rows)) if rows else question.default
            rows.append(typed)

    def _understood(self, question: Question, typed: str) -> Answer:
        if not typed:
            return question.default
        if typed.casefold() in _UNKNOWN:
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
        plain = {key: _plain(value) for key, value in answers.items()}
        files.write_whole(self.root / PROGRESS, dump(plain).encode())


_GO_BACK = object()


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
