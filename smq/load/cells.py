"""Cells of tables: what a text says in a column of some type, and how smq writes it."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from unicodedata import normalize

from smq.load.fields import as_date
from smq.load.spoken import bare, spoken_date
from smq.model.register import Column
from smq.model.table import Value

Typing = Callable[[str], Value]

KINDS = ("texte", "entier", "decimal", "date", "bool", "enum", "ref", "liste", "fichier", "calcul")
"""Types that a column may have."""
_SPACES = re.compile(r"[ \u00a0\u202f]")
_GROUPED = re.compile(r"[-+−]?[0-9]{1,3}(?:[ \u00a0\u202f.][0-9]{3})+(?:,[0-9]+)?")
_ENGLISH = re.compile(r"[-+−]?[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+")
_PLAIN = re.compile(r"[-+−]?[0-9]{1,30}(?:[.,][0-9]{1,30})?")
_CURRENCY = re.compile(r"[ \u00a0\u202f]*(?:€|EUR)$")
_TRUE = frozenset({"oui", "o", "vrai", "x", "1", "yes", "y", "true"})
_FALSE = frozenset({"non", "n", "faux", "0", "no", "false"})
_TO_COMPLETE = ("[a completer", "[to complete")


def typing_of(column: Column) -> Typing:
    """Return the function that says what a written cell of a column means.

    It returns None for an empty cell, for a placeholder, and for what is not of the type.
    """
    if column.kind == "enum":
        return _choice(column)
    return _TYPED.get(column.kind, _text)


def is_placeholder(text: str) -> bool:
    """Return whether a cell is left to complete: `[À compléter : …]`."""
    return text.lstrip().startswith("[") and bare(text).startswith(_TO_COMPLETE)


def written(value: Value, text: str = "") -> str:
    """Return a value as smq writes it in a table; `text` stands for a cell that says nothing."""
    if value is None:
        return text
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    if isinstance(value, tuple):
        return "|".join(value)
    return str(value)


def _text(text: str) -> Value:
    said = text.strip()
    if not said or (said[0] == "[" and is_placeholder(said)):
        return None
    return said if said.isascii() else normalize("NFC", said)


def _path(text: str) -> Value:
    said = _text(text)
    return said.replace("\\", "/") if isinstance(said, str) else None


def _decimal(text: str) -> Value:
    said = _CURRENCY.sub("", text.strip())
    if not said:
        return None
    if _PLAIN.fullmatch(said):
        plain = said.replace(",", ".")
    elif _GROUPED.fullmatch(said):
        plain = _SPACES.sub("", said).replace(".", "").replace(",", ".")
    elif _ENGLISH.fullmatch(said):
        plain = said.replace(",", "")
    else:
        return None
    return Decimal(plain.replace("−", "-"))


def _whole(text: str) -> Value:
    number = _decimal(text)
    return int(number) if isinstance(number, Decimal) and number == int(number) else None


def _day(text: str) -> Value:
    said = text.strip()
    return (as_date(said) or spoken_date(said)) if said else None


def _truth(text: str) -> Value:
    said = bare(text)
    return True if said in _TRUE else False if said in _FALSE else None


def _list(text: str) -> Value:
    said = _text(text)
    if not isinstance(said, str):
        return None
    return tuple(part for item in said.split("|") if (part := item.strip())) or None


def _choice(column: Column) -> Typing:
    """Return the typing of an enumeration: the value or its label, in any case, without accents."""
    meant = {bare(label): value for value, label in column.labels}
    meant |= {bare(value.replace("_", " ")): value for value in column.values}
    meant |= {bare(value): value for value in column.values}
    exact = frozenset(column.values)

    def typed(text: str) -> Value:
        return text if text in exact else meant.get(bare(text))

    return typed


_TYPED: dict[str, Typing] = {
    "texte": _text,
    "ref": _text,
    "fichier": _path,
    "entier": _whole,
    "decimal": _decimal,
    "date": _day,
    "bool": _truth,
    "liste": _list,
}
