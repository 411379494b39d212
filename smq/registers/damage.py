"""What a spreadsheet does to data when it opens and saves a table; each harm has its name."""

import re
from enum import StrEnum

from smq.model.register import Column, RegisterSchema
from smq.registers.identifiers import Pattern

_HASHES = re.compile(r"#{3,}")
_FORMULA = re.compile(
    r"#(?:REF|N/A|NOM|NAME|VALEUR|VALUE|DIV/0|NUL|NULL|NOMBRE|NUM|CALC|SPILL|EPARS)[!?]?"
)
_UNCOMPUTED = re.compile(
    r"=[+-]?\s*(?:\$?[A-Z]{1,3}\$?[0-9]{1,7}\b|[A-Z][A-Z.]{1,20}\s*\()", re.IGNORECASE
)
_SCIENTIFIC = re.compile(r"[0-9](?:[.,][0-9]+)?E[+-][0-9]+")
_MONTH = (
    r"(?:janv|jan|févr|fevr|feb|mars|mar|avr|apr|mai|may|juin|jun|juil|jul|août|aout|aug|sept|sep|"
    r"oct|nov|déc|dec)\.?"
)
_DATE = re.compile(
    rf"[0-9]{{1,2}}[-/ ]{_MONTH}(?:[-/ ][0-9]{{2,4}})?|{_MONTH}[-/ ][0-9]{{1,4}}"
    r"|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}|[0-9]{4}-[0-9]{2}-[0-9]{2}",
    re.IGNORECASE,
)


class Damage(StrEnum):
    """A harm that a spreadsheet does."""

    HIDDEN = "hidden"
    FORMULA = "formula"
    UNCOMPUTED = "uncomputed"
    SCIENTIFIC = "scientific"
    DATE = "date"
    ZEROS = "zeros"


def damage_of(text: str, column: Column, schema: RegisterSchema) -> Damage | None:
    """Return what a spreadsheet did to a cell, None when nothing shows.

    Args:
        text: of the cell.
        column: in which it stands.
        schema: of the table; its key and references hold identifiers.
    """
    said = text.strip()
    if said.startswith("#"):
        hidden = _HASHES.fullmatch(said)
        return Damage.HIDDEN if hidden else Damage.FORMULA if _FORMULA.fullmatch(said) else None
    if said.startswith("=") and _UNCOMPUTED.match(said):
        return Damage.UNCOMPUTED
    return _to_text(said, column, schema) if column.kind in ("texte", "ref") else None


def _to_text(said: str, column: Column, schema: RegisterSchema) -> Damage | None:
    """Return what was done to a text that looked like a number or a date."""
    if _SCIENTIFIC.fullmatch(said):
        return Damage.SCIENTIFIC
    identifies = column.kind == "ref" or column.name == schema.key or column.pattern
    if identifies and _DATE.fullmatch(said):
        fits = column.pattern and Pattern(column.pattern).fits(said)
        return None if fits else Damage.DATE
    if column.pattern and Pattern(column.pattern).restored(said):
        return Damage.ZEROS
    return None


def zeros_lost(value: str, identifiers: frozenset[str]) -> str | None:
    """Return the one identifier that a value is without its leading zeros, or None."""
    if not value.isdecimal():
        return None
    found = [i for i in identifiers if i != value and i.isdecimal() and i.lstrip("0") == value]
    return found[0] if len(found) == 1 else None
