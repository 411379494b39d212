"""Patterns of codes (`contracts.md` §5): as written, or guessed from one code in use."""

import re

from smq.errors import SmqError
from smq.i18n import _
from smq.model import Codification, Word
from smq.model.code import DEFAULT_PATTERN

_PLACEHOLDER = re.compile(r"\{(?:plateforme|processus|type|numero(?::0?[1-9])?)\}")
_SAFE = re.compile(r"[A-Za-z0-9._-]*")
_CODE = re.compile(r"[A-Za-z0-9._-]*[0-9]")
_WORD = re.compile(r"[A-Za-z0-9_]+")
_PIECES = re.compile(r"[A-Za-z]+|[0-9]+|[._-]+")
_HINT = _(
    "Use letters, digits and dashes with {{plateforme}}, {{processus}}, {{type}}"
    " and {{numero:03}}; the number is needed. Or type a code in use, for example LAB-PRO-07."
)


def understood_pattern(text: str, words: Codification) -> str:
    """Return the pattern that a text is, or that a code in use follows: «LAB-PRO-07».

    Args:
        text: as typed.
        words: types, processes and short name that a code may hold.

    Raises:
        SmqError: it is no pattern, or a code that can be read in two ways or in none.
    """
    if "{" not in text and _CODE.fullmatch(text):
        return _followed(text, words)
    rest = _PLACEHOLDER.sub("", text)
    if "{numero" not in text or not _SAFE.fullmatch(rest):
        raise SmqError(_("«{text}» is no pattern of codes."), _HINT, text=text)
    return text


def lacks_short_name(pattern: str, short: str | None) -> bool:
    """Return whether codes of a pattern carry a short name, and this one cannot stand in a code."""
    return "{plateforme}" in pattern and not _WORD.fullmatch(short or "")


def example(pattern: str, words: Codification) -> str:
    """Return a code of that pattern, with a type and a process of the platform."""
    codes = Codification(pattern or DEFAULT_PATTERN, platform=words.platform or "SIGLE")
    type_ = "PRO" if "PRO" in words.types or not words.types else words.types[0]
    process = "PRE" if "PRE" in words.processes or not words.processes else words.processes[0]
    return codes.format(type_, process, 1)


def _followed(code: str, words: Codification) -> str:
    pieces = _PIECES.findall(code)
    roles = [_roles(piece, words) for piece in pieces[:-1]]
    flat = [role for found in roles for role in found]
    if any(len(found) > 1 for found in roles) or len(flat) != len(set(flat)):
        raise _two_ways(code, words, _("a part of it can mean two things"))
    if "{type}" not in flat:
        raise _two_ways(code, words, _("no part of it is a type of document"))
    if any(piece.isdigit() for piece in pieces[:-1]):
        raise _two_ways(code, words, _("it holds several numbers"))
    width = len(pieces[-1])
    number = "{numero}" if width == 1 else f"{{numero:0{min(width, 9)}}}"
    known = (found[0] if found else piece for found, piece in zip(roles, pieces, strict=False))
    return "".join(known) + number


def _roles(piece: str, words: Codification) -> list[str]:
    """Return what a part of a code can stand for; nothing for letters that stay."""
    said = piece.casefold()
    groups = {
        "{type}": words.types,
        "{processus}": words.processes,
        "{plateforme}": (words.platform,) if words.platform else (),
    }
    return [role for role, known in groups.items() if said in [w.casefold() for w in known]]


def _two_ways(code: str, words: Codification, reason: str) -> SmqError:
    return SmqError(
        _("«{text}» does not say by itself how codes are made: {reason}."),
        _(
            "Write its pattern, for example LAB-{{type}}-{{numero:02}} for LAB-PRO-07."
            " Types: {types}."
        ),
        text=code,
        reason=Word(reason),
        types=", ".join(words.types),
    )
