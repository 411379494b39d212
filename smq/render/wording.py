"""Small pieces of text that several parts of a page share: dates, names, placeholders."""

import re
from collections.abc import Sequence
from datetime import date

from smq.i18n import Translator, _
from smq.model import Settings

NONE = "–"
"""What an empty cell of a list shows, so that nobody takes it for a slip."""

TO_COMPLETE = r"\[\s*(?:à|a)[\s\u00a0]compl[ée]ter\b[^\]]*\]|\[\s*to complete\b[^\]]*\]"
"""A placeholder, in words of any case: it is highlighted wherever it stands."""

_MARKDOWN = re.compile(r"([\\`*_\[\]<>&~])")


def shown_date(day: date | None, language: str) -> str:
    """Return a date as JJ/MM/AAAA in French, ISO elsewhere, the empty string for none."""
    if day is None:
        return ""
    return f"{day.day:02}/{day.month:02}/{day.year:04}" if language == "fr" else day.isoformat()


def listed(parts: Sequence[str], language: str) -> str:
    """Return parts between semicolons, with the space that French sets before one."""
    return (" ; " if language == "fr" else "; ").join(parts)


def literal(text: str) -> str:
    """Return inline Markdown that shows a text as it is: titles and names are no Markdown."""
    return _MARKDOWN.sub(r"\\\1", one_line(text))


def one_line(text: str) -> str:
    """Return a text with single spaces."""
    return " ".join(text.split())


def uncapitalised(text: str) -> str:
    """Return a text with a small first letter, for use inside a sentence."""
    return text[:1].lower() + text[1:]


def to_complete(what: str, translate: Translator) -> str:
    """Return the visible placeholder of something that is asked and not yet written."""
    return translate(_("[To complete: {what}]"), what=uncapitalised(what))


def person_name(word: str | None, settings: Settings) -> str:
    """Return the name of a person given by id or name, else the word as written."""
    person = settings.person(word)
    return person.name if person else word or ""


def person_function(word: str | None, settings: Settings) -> str:
    """Return the function of a person, the empty string when it is not known."""
    person = settings.person(word)
    return (person.function or "") if person else ""


def person_with_function(word: str | None, settings: Settings) -> str:
    """Return «name, function»."""
    parts = (person_name(word, settings), person_function(word, settings))
    return ", ".join(part for part in parts if part)


def process_label(code: str | None, settings: Settings) -> str:
    """Return «PRE – Réaliser les prestations», the code alone when the process is not declared."""
    process = settings.process(code)
    return f"{process.code} – {process.title}" if process and process.title else code or ""
