"""Choosing among what a question lists: by number, by word, by the beginning of a label."""

import re
from collections.abc import Iterator

from smq.errors import SmqError
from smq.i18n import _
from smq.kit.question import Question, in_language
from smq.model import nearest
from smq.slug import slug

_NUMBER = re.compile(r"([0-9]+)[.)]?")
_NUMBERS = re.compile(r"[0-9]+(?:(?: et | and | )[0-9]+)+")
_ALL = frozenset({"tout", "tous", "toutes", "all"})
_ARTICLE = re.compile(r"(?:les?|la|l|des?|du|une?|the|an?)-")
_AND = re.compile(r"(?:^|\s)(?:et|and)\s")
_SEPARATORS = (re.compile(r"[,;|\n/+]"), _AND, re.compile(r"\s&\s"), re.compile(r"&"))
"""Widest first: the «&» of «prestations et R&D» separates nothing."""
_SHORTEST = 3


def short_label(question: Question, value: str, language: str) -> str:
    """Return a choice in few words: its label up to the sign that explains it."""
    label = in_language(dict(question.choices).get(value, ()), language) or value
    return re.split(r"\s*[:;]\s", label, maxsplit=1)[0]


def choice(question: Question, text: str, language: str) -> str:
    """Return the value that a number, a word or the beginning of a label means.

    Raises:
        SmqError: none of the choices, or more than one.
    """
    found = _found(question, text)
    if found:
        return found
    shown = {value: short_label(question, value, language) for value in question.values}
    near = _nearest(question, shown, text)
    raise SmqError(
        _("«{text}» is none of the choices."),
        _("Nearest: {near}. Choices: {values}.") if near else _("Choices: {values}."),
        text=text,
        near=near or "",
        values=", ".join(f"{n} {label}" for n, label in enumerate(shown.values(), 1)),
    )


def several(question: Question, text: str, language: str) -> tuple[str, ...]:
    """Return the values that a text means: «1, 2 et 4», «1;2», «1 2», «prestations et formation».

    Raises:
        SmqError: a part is none of the choices.
    """
    if slug(text) in _ALL:
        return question.values
    return tuple(choice(question, part, language) for part in _parts(question, text))


def suggestion(question: Question, text: str) -> str | None:
    """Return the suggestion that a text is, by its number or its name; None when it is another.

    Raises:
        SmqError: a number that the list does not hold.
    """
    if question.choices and (match := _NUMBER.fullmatch(text)):
        values = question.values
        if not 0 < int(match[1][:9]) <= len(values):
            raise SmqError(
                _("«{text}» is no number of the list: it holds {count} suggestions."),
                _("Type a number from 1 to {count}, or a name."),
                text=text,
                count=len(values),
            )
        return values[int(match[1]) - 1]
    return next((value for value in question.values if slug(value) == slug(text)), None)


def near_suggestion(question: Question, text: str) -> str | None:
    """Return the suggestion that a text looks like: «univ lorraine»; None when none is near."""
    words = slug(text).split("-")
    names = {slug(value): value for value in question.values}
    for name, value in names.items():
        left = iter(name.split("-"))
        if all(any(word.startswith(typed) for word in left) for typed in words):
            return value
    near = nearest(slug(text), tuple(names))
    return names[near] if near else None


def suggestions_apart(question: Question, text: str) -> list[str]:
    """Return «1 et 2», «CNRS et Inria» or «2 et Dupont SA» as its parts, any other text whole."""
    parts = [part.strip() for part in _AND.split(text)]
    apart = all(_suggests(question, part) for part in parts) or _name_among_numbers(parts)
    if len(parts) > 1 and apart:
        return [piece for part in parts for piece in numbers_apart(part)]
    return numbers_apart(text)


def _name_among_numbers(parts: list[str]) -> bool:
    """Return whether some parts are numbers, the others names that end in none («Paris 1 et 2»)."""
    names = [part for part in parts if not _is_number(part)]
    return len(names) < len(parts) and not any(name[-1:].isdigit() for name in names)


def _is_number(text: str) -> bool:
    return bool(_NUMBER.fullmatch(text) or _NUMBERS.fullmatch(text))


def _suggests(question: Question, text: str) -> bool:
    return bool(text) and bool(_NUMBER.fullmatch(text) or near_suggestion(question, text))


def numbers_apart(text: str) -> list[str]:
    """Return «1 et 2» or «1 2» as its numbers, any other text whole."""
    return re.findall(r"[0-9]+", text) if _NUMBERS.fullmatch(text) else [text]


def _parts(question: Question, text: str) -> Iterator[str]:
    text = text.strip(" .")
    if not text:
        return
    if not _found(question, text):
        for separator in _SEPARATORS:
            parts = separator.split(text)
            if len(parts) > 1:
                for part in parts:
                    yield from _parts(question, part)
                return
    yield from numbers_apart(text)


def _found(question: Question, text: str) -> str | None:
    values = question.values
    if match := _NUMBER.fullmatch(text.strip()):
        number = int(match[1][:9])
        return values[number - 1] if 0 < number <= len(values) else None
    if not any(sign.isalnum() for sign in text):
        return None
    names = {value: _names(value, labels) for value, labels in question.choices}
    word = slug(text)
    for said in dict.fromkeys((word, _ARTICLE.sub("", word, count=1), word.removesuffix("s"))):
        for fits in (_is, _begins, _holds):
            found = [v for v, known in names.items() if any(fits(name, said) for name in known)]
            if len(found) == 1:
                return found[0]
    return None


def _names(value: str, labels: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return (slug(value), *(slug(label) for _language, label in labels))


def _is(name: str, said: str) -> bool:
    return name.replace("-", "") == said.replace("-", "")


def _begins(name: str, said: str) -> bool:
    return len(said) >= _SHORTEST and name.startswith(said)


def _holds(name: str, said: str) -> bool:
    return len(said) >= _SHORTEST and f"-{said}-" in f"-{name}-"


def _nearest(question: Question, shown: dict[str, str], text: str) -> str | None:
    names = {slug(label): label for label in shown.values()}
    names |= {slug(value): shown[value] for value in question.values}
    near = nearest(slug(text), tuple(names))
    return names[near] if near else None
