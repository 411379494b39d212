"""The questions of `smq init`, one after the other, kept as they are answered."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from smq import files
from smq.cli import asking
from smq.cli.recap import chosen_line, row_text, said
from smq.errors import SmqError
from smq.i18n import Translator, _
from smq.kit import (
    LISTS,
    ROWS,
    Answer,
    Kit,
    Question,
    in_language,
    is_none,
    is_unknown,
    understand,
    understood_rows,
)
from smq.kit.addresses import apart
from smq.kit.answers import code_words, from_file, question, relevant
from smq.kit.choices import near_suggestion
from smq.kit.patterns import lacks_short_name
from smq.model import Change
from smq.operations.yaml_text import dump

PROGRESS = ".smq/reponses.yaml"
_TAKEN_BACK = re.compile(r"[-–—] ?([0-9]{1,3})")


def kept_answers(root: Path, kit: Kit, language: str) -> dict[str, Answer]:
    """Return what was answered before the person stopped; nothing when it is not readable."""
    raw = files.read(root, PROGRESS)
    if raw is None:
        return {}
    try:
        return from_file(raw, kit, language)
    except SmqError:
        return {}


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
    _answers: dict[str, Answer] = field(default_factory=dict, init=False)
    # What «<» reaches, last one last; what is to be asked again, next one last.
    _trail: list[str] = field(default_factory=list, init=False)
    _again: list[str] = field(default_factory=list, init=False)
    _part_shown: str = field(default="", init=False)
    _addresses_told: bool = field(default=False, init=False)

    def run(self, given: Mapping[str, Answer]) -> dict[str, Answer]:
        """Return the answers given and those typed now, once the person has seen them all.

        Raises:
            EOFError, KeyboardInterrupt: the person stopped; what was answered is kept.
        """
        earlier = kept_answers(self.root, self.kit, self.translate.language)
        kept = {key: value for key, value in earlier.items() if key not in given}
        self._answers = {**kept, **given}
        self._trail = [q.key for q in self.kit.questions if q.key in kept]
        self._welcome(resumed=bool(kept))
        while (question := self._next()) is not None:
            self._answer(question)
        return self._answers

    def _next(self) -> Question | None:
        """Return what to ask now: what was called back, then what is left; None at the end."""
        while True:
            questions = relevant(self.kit, self._answers)
            self._call_back_short_name(questions)
            while self._again:
                again = question(self.kit, self._again.pop())
                if again in questions:
                    return again
            left = next((q for q in questions if q.key not in self._answers), None)
            if left or not self._trail:
                return left
            try:
                words = code_words(self.kit, self._answers)
                key = chosen_line(questions, self._answers, self.translate, words)
            except asking.BackError:
                self._again.append(self._trail.pop())
                continue
            if key is None:
                return None
            if key not in self._trail:
                self._trail.append(key)
            self._again.append(key)

    def _call_back_short_name(self, questions: Sequence[Question]) -> None:
        """Have the short name asked again, then the pattern, as soon as the pattern lacks it."""
        asked = {q.key for q in questions} & set(self._answers)
        if self._again or not {"motif", "sigle"} <= asked:
            return
        pattern, short = self._answers["motif"], self._answers["sigle"]
        if lacks_short_name(str(pattern or ""), str(short or "")):
            sentence = _("The pattern «{pattern}» needs the short name of the platform.")
            hint = _("Give it in plain letters and digits, no dash; or change the pattern after.")
            asking.write(f"  {self.translate(sentence, pattern=pattern)}")
            asking.write(f"  {self.translate(hint)}")
            self._again += ["motif", "sigle"]

    def _answer(self, question: Question) -> None:
        self._show_part(question)
        try:
            self._answers[question.key] = self._ask(question)
        except asking.BackError:
            # What the recap called stays where it is: «<» leaves it as it was.
            if question.key in self._trail:
                return
            if question.key in self._answers:
                self._again.append(question.key)
            if self._trail:
                self._again.append(self._trail.pop())
            return
        if question.key not in self._trail:
            self._trail.append(question.key)
        self._keep()

    def _welcome(self, *, resumed: bool) -> None:
        say = self.translate
        asking.write(
            say(_("A few questions, ten minutes at most. Enter keeps the proposal in brackets."))
        )
        asking.write(
            say(_("«?» explains, «<» goes back, «-» means «I do not know yet», Ctrl-C stops."))
        )
        if resumed:
            asking.write(
                say(
                    _("Your earlier answers are kept; here is what is left. «<» goes back to them.")
                )
            )

    def _show_part(self, question: Question) -> None:
        for part in self.kit.parts:
            title = in_language(part.titles, self.translate.language)
            if question.key in part.keys and title != self._part_shown:
                asking.write(f"\n── {title} ──")
                self._part_shown = title

    def _ask(self, question: Question) -> Answer:
        say, language = self.translate, self.translate.language
        asking.write(f"\n{in_language(question.labels, language)}")
        for number, (value, labels) in enumerate(question.choices, 1):
            asking.write(f"  {number}. {in_language(labels, language) or value}")
        if question.kind in ("choix_multiple", "liste"):
            asking.write(say(_("  (several: numbers or words separated by commas)")))
        if question.kind in ROWS:
            asking.write(f"  {in_language(question.help, language)}")
            asking.write(say(_("  («<» takes the last line back, «-2» the second one)")))
        if question.kind in LISTS and question.default is None and not self._known(question):
            asking.write(say(_("  (Enter: not known yet; «none»: there is none)")))
        if question.kind in ROWS:
            return self._ask_rows(question)
        proposed = self._answers.get(question.key, question.default)
        while True:
            typed = self._typed(question, self._prompt(question, proposed))
            if not typed:
                return proposed
            try:
                return self._understood(question, typed)
            except SmqError as error:
                asking.say_why(error, say)

    def _ask_rows(self, question: Question) -> Answer:
        """Ask row after row; an empty line ends, «<» and «-2» take one back."""
        before = self._answers.get(question.key, question.default)
        rows_before = before if isinstance(before, tuple) else ()
        earlier = [row for row in rows_before if isinstance(row, tuple)]
        rows = [*earlier]
        _show(rows)
        while True:
            try:
                typed = self._typed(question, f"  {len(rows) + 1} > ")
            except asking.BackError:
                if not rows:
                    raise
                rows.pop()
                _show(rows)
                continue
            if not typed:
                return tuple(rows) or (question.default if earlier else before)
            if (taken_back := _TAKEN_BACK.fullmatch(typed)) is not None:
                self._take_back(rows, int(taken_back[1]))
                continue
            if is_unknown(typed) or is_none(typed):
                if rows and rows != earlier:
                    return tuple(rows)
                return None if is_unknown(typed) else ()
            try:
                understood = understood_rows(question, typed, self.translate.language)
                self._tell_addresses(part for row in understood for part in row)
                rows += understood
            except SmqError as error:
                asking.say_why(error, self.translate)

    def _take_back(self, rows: list[tuple[str, ...]], number: int) -> None:
        if 0 < number <= len(rows):
            del rows[number - 1]
            _show(rows)
            return
        sentence = _("There is no line {number} to take back; lines typed: {count}.")
        asking.write(f"  {self.translate(sentence, number=number, count=len(rows))}")

    def _known(self, question: Question) -> bool:
        return question.key in self._answers

    def _typed(self, question: Question, prompt: str) -> str:
        def explain() -> None:
            asking.write(f"  {in_language(question.help, self.translate.language)}")

        return asking.typed(prompt, explain)

    def _understood(self, question: Question, typed: str) -> Answer:
        codes = code_words(self.kit, self._answers)
        answer = understand(question, typed, self.translate.language, codes)
        if question.kind == "liste" and isinstance(answer, tuple):
            return tuple(dict.fromkeys(self._meant(question, str(item)) for item in answer))
        if question.kind == "personne":
            self._tell_addresses([str(answer or "")])
        if question.kind == "motif" and answer not in (typed, question.default):
            asking.write(f"  → {said(question, answer, self.translate, codes)}")
        return answer

    def _tell_addresses(self, said: Iterable[str]) -> None:
        """Say once what becomes of an e-mail typed with a name: git never forgets it."""
        if self._addresses_told or not any(apart(text)[1] for text in said):
            return
        self._addresses_told = True
        sentence = _(
            "The e-mail is kept apart from the name: it goes under «git» in smq.yaml and in no"
            " document; with identifiers only, it is not written at all."
        )
        asking.write(f"  {self.translate(sentence)}")

    def _meant(self, question: Question, item: str) -> str:
        """Return the suggestion that a name looks like when the person says so, else the name."""
        near = None if item in question.values else near_suggestion(question, item)
        if near is None:
            return item
        sentence = self.translate(_("«{item}»: do you mean «{near}»?"), item=item, near=near)
        return near if asking.confirmed(sentence, self.translate, proposed=True) else item

    def _prompt(self, question: Question, proposed: Answer) -> str:
        if proposed in (None, ()) and not self._known(question):
            return "  > "
        if question.kind == "choix_multiple" and isinstance(proposed, tuple) and proposed:
            values = question.values
            shown = ", ".join(str(values.index(str(v)) + 1) for v in proposed if v in values)
        else:
            codes = code_words(self.kit, self._answers)
            shown = said(question, proposed, self.translate, codes)
        return f"  [{shown}] > "

    def _keep(self) -> None:
        if not self.keep:
            return
        plain = {key: _plain(value) for key, value in self._answers.items()}
        before = files.read(self.root, PROGRESS)
        files.apply(self.root, [Change(PROGRESS, before, dump(plain).encode())])


def _show(rows: Sequence[tuple[str, ...]]) -> None:
    for number, row in enumerate(rows, 1):
        asking.write(f"  {number} [{row_text(row)}]")


def _plain(value: Answer) -> object:
    if isinstance(value, tuple):
        return [list(v) if isinstance(v, tuple) else v for v in value]
    return value
