"""What people type where a date, a yes, a name or nothing is meant."""

import re
from datetime import date

from smq.errors import SmqError
from smq.i18n import _
from smq.load.spoken import bare, spoken_date

_YES = frozenset({"oui", "o", "yes", "y", "true", "vrai", "1"})
_NO = frozenset({"non", "n", "no", "false", "faux", "0"})
_NONE = frozenset(
    {
        *("non", "no", "none", "non merci", "aucun", "aucune", "rien", "nothing"),
        *("personne", "personne dautre", "nobody", "no one", "nobody else"),
    }
)
_SHORT = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LONGEST_SHORT = 10
_NO_NAMES = frozenset({*_YES, *_NO, "ok", "bof", "peut-etre", "maybe"})
_UNKNOWN = frozenset(
    {
        *("-", "–", "—", "jsp", "nsp", "aucune idee", "pas encore", "plus tard", "no idea"),
        *("jen sais rien", "je nen sais rien", "i do not know", "i do not know yet"),
        *("i dont know", "i dont know yet", "not yet"),
    }
)
_KNOWS_NOT = re.compile(r"(?:(?:je|on) )?(?:ne )?sai[st] pas(?: .{1,30})?|pas encore .{1,30}")


def is_unknown(typed: str) -> bool:
    """Return whether a person says that they do not know: `-`, «je ne sais pas encore.», «JSP»…"""
    said = bare(typed)
    return said in _UNKNOWN or _KNOWS_NOT.fullmatch(said) is not None


def is_none(typed: str) -> bool:
    """Return whether a person says that there is none: «non», «aucune», «rien»…"""
    return bare(typed) in _NONE


def typed_date(text: str) -> date:
    """Return the date that a person typed: 20/02/2027, 20-2-27, 1er mars 2027 or 2027-02-20.

    Raises:
        SmqError: it is no date of the calendar.
    """
    found = spoken_date(text)
    if found:
        return found
    raise SmqError(_("«{text}» is no date."), _("Write it like 20/02/2027."), text=text)


def yes_or_no(text: str) -> bool:
    """Return a yes or a no, in either language, in full or by its first letter.

    Raises:
        SmqError: it is neither.
    """
    said = bare(text)
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise SmqError(_("«{text}» is neither yes nor no."), _("Answer yes or no."), text=text)


def is_name(text: str) -> bool:
    """Return whether a text can name something: no number, no single letter, no «oui»."""
    said = bare(text)
    signs = [sign for sign in said if sign.isalnum()]
    letters = [sign for sign in signs if sign.isalpha()]
    return bool(letters) and len(signs) > 1 and not said.startswith("oui ") and not _is_word(said)


def is_short_name(text: str) -> bool:
    """Return whether a name can stand in a page header: two to ten letters, digits or dashes."""
    return len(text) <= _LONGEST_SHORT and is_name(text) and _SHORT.fullmatch(text) is not None


def is_person(text: str) -> bool:
    """Return whether a text can name a person: two words, one of which may be an initial."""
    words = re.findall(r"[^\W\d_]+", bare(text))
    return is_name(text) and len(words) > 1 and words[0] not in _NO_NAMES - {"o", "n", "y"}


def _is_word(said: str) -> bool:
    return said in _NO_NAMES or said in _NONE
