"""Answers as the person would say them, and the look at all of them before anything is created."""

from collections.abc import Mapping, Sequence
from datetime import date

from smq.cli import asking
from smq.i18n import Translator, _
from smq.kit import Answer, Question, in_language
from smq.kit.choices import short_label
from smq.kit.patterns import example
from smq.model import Codification

_RIGHT = frozenset({"", "oui", "o", "yes", "y", "ok"})


def said(question: Question, answer: Answer, translate: Translator, codes: Codification) -> str:
    """Return an answer in the words of the person: labels, dates as people write them."""
    if answer is None:
        return translate(_("not known yet"))
    if isinstance(answer, bool):
        return translate(_("yes") if answer else _("no"))
    if isinstance(answer, tuple):
        return _list(question, answer, translate)
    if question.kind == "motif":
        code = example(answer, codes)
        return translate(_("{pattern}, for example {code}"), pattern=answer, code=code)
    if question.kind == "date":
        return translate.date(date.fromisoformat(answer))
    return short_label(question, answer, translate.language) if question.choices else answer


def chosen_line(
    questions: Sequence[Question],
    answers: Mapping[str, Answer],
    translate: Translator,
    codes: Codification,
) -> str | None:
    """Show all answers; return the key of the one to change, None when all is right.

    Raises:
        BackError: the person wants the last question again.
    """
    asking.write(f"\n── {translate(_('Your answers'))} ──")
    for number, question in enumerate(questions, 1):
        label = in_language(question.unknown or question.labels, translate.language)
        answer = said(question, answers[question.key], translate, codes)
        line = _("{number}. {label}: {answer}")
        shown = f"{label[:1].upper()}{label[1:]}"
        asking.write(f"  {translate(line, number=number, label=shown, answer=answer)}")
    asking.write("")
    sentence = translate(_("Is all this right? Enter to create, or the number of what to change"))

    def explain() -> None:
        asking.write(
            f"  {translate(_('Type a number from 1 to {count}, or Enter.'), count=len(questions))}"
        )

    while (line := asking.typed(f"{sentence} > ", explain).casefold()) not in _RIGHT:
        if line.isascii() and line.isdigit() and 0 < int(line[:9]) <= len(questions):
            return questions[int(line) - 1].key
        explain()
    return None


def _list(question: Question, answer: tuple[object, ...], translate: Translator) -> str:
    if not answer:
        return translate(_("none"))
    if question.kind == "choix_multiple":
        return ", ".join(short_label(question, str(v), translate.language) for v in answer)
    rows = [row for row in answer if isinstance(row, tuple)]
    if rows:
        return " | ".join(row_text(row) for row in rows)
    return ", ".join(str(v) for v in answer)


def row_text(row: tuple[str, ...]) -> str:
    """Return a row as it is typed, without its empty parts."""
    return " ; ".join(part for part in row if part)
