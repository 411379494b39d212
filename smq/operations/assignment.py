"""What a person types to change a field: `champ=valeur`, `champ+=…`, `champ[2]=…`."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from smq.errors import SmqError
from smq.i18n import _

_WORD = r"\w+(?:[-'’ ]\w+)*"
_FORM = re.compile(
    rf"\s*(?P<name>{_WORD})(?:\.(?P<kind>{_WORD}))?(?:\[(?P<row>[0-9]{{1,6}})\])?"
    rf"(?:\.(?P<column>{_WORD}))?\s*(?P<sign>[+-]?)=(?P<value>.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """One change asked for.

    Attributes:
        typed: what stands before the `=`, as typed, without the sign.
        name: of the field.
        kind: what stands behind a dot (`liens.formulaires`), or None.
        row: number between brackets, from 1, or None.
        column: what stands behind the brackets (`indicateurs[2].cible`), or None.
        sign: `=`, `+` or `-`.
        value: the rest, spaces around it removed.
    """

    typed: str
    name: str
    kind: str | None
    row: int | None
    column: str | None
    sign: str
    value: str


def assignment(word: str) -> Assignment:
    """Return the change that a word of the command line asks for.

    Raises:
        SmqError: it is not of the form `champ=valeur`.
    """
    match = _FORM.fullmatch(normalize("NFC", word))
    if match is None or (match["column"] and not match["row"]):
        raise SmqError(
            _("«{word}» is not of the form field=value."),
            _("Example: {command}"),
            word=word,
            command='smq set PRE-PRO-001 "titre=Traiter une prestation"',
        )
    return Assignment(
        typed=word.partition("=")[0].rstrip("+-").strip(),
        name=match["name"],
        kind=match["kind"],
        row=int(match["row"]) if match["row"] else None,
        column=match["column"],
        sign=match["sign"] or "=",
        value=match["value"].strip(),
    )


def pieces(typed: str, separators: str) -> tuple[str, ...]:
    """Return the parts of a text cut at separators, spaces around them removed.

    A separator after a backslash is part of the text.
    """
    found = [""]
    escaped = False
    for char in typed:
        if escaped:
            found[-1] += char if char in separators else f"\\{char}"
        elif char in separators:
            found.append("")
        elif char != "\\":
            found[-1] += char
        escaped = char == "\\" and not escaped
    if escaped:
        found[-1] += "\\"
    return tuple(part.strip() for part in found)


def items(typed: str, separators: str) -> tuple[str, ...]:
    """Return the parts that are not empty."""
    return tuple(part for part in pieces(typed, separators) if part)
