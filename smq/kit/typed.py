"""What people type where a date, a yes, a name or nothing is meant."""

import re
from datetime import date
from unicodedata import combining, normalize

from smq.errors import SmqError
from smq.i18n import _
from smq.load.fields import as_date

_YES = frozenset({"oui", "o", "yes", "y", "true", "vrai", "1"})
_NO = frozenset({"non", "n", "no", "false", "faux", "0"})
_NONE = frozenset(
    {
        *("non", "no", "none", "non merci", "aucun", "aucune", "rien", "nothing"),
        *("personne", "personne dautre", "nobody", "no one", "nobody else"),
    }
)
_NO_NAMES = frozenset({*_YES, *_NO, "ok", "bof", "peut-etre", "maybe"})
_UNKNOWN = frozenset(
    {
        *("-", "–", "—", "jsp", "nsp", "aucune idee", "pas encore", "plus tard", "no idea"),
        *("jen sais rien", "je nen sais rien", "i do not know", "i do not know yet"),
        *("i dont know", "i dont know yet", "not yet"),
    }
)
_KNOWS_NOT = re.compile(r"(?:(?:je|on) )?(?:ne )?sai[st] pas(?: .{1,30})?|pas encore .{1,30}")
_NUMBERS = re.compile(r"([0-9]{1,2}) ?[/.\- ] ?([0-9]{1,2}) ?[/.\- ] ?([0-9]{4}|[0-9]{2})")
_WRITTEN = re.compile(r"([0-9]{1,2})(?: ?er|st|nd|rd|th)? ([a-z]{3,})\.? ([0-9]{4}|[0-9]{2})")
_MONTHS = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)


def is_unknown(typed: str) -> bool:
    """Return whether a person says that they do not know: `-`, «je ne sais pas encore.», «JSP»…"""
    said = _bare(typed)
    return said in _UNKNOWN or _KNOWS_NOT.fullmatch(said) is not None


def is_none(typed: str) -> bool:
    """Return whether a person says that there is none: «non», «aucune», «rien»…"""
    return _bare(typed) in _NONE


def typed_date(text: str) -> date:
    """Return the date that a person typed: 20/02/2027, 20-2-27, 1er mars 2027 or 2027-02-20.

    Raises:
        SmqError: it is no date of the calendar.
    """
    iso = as_date(text)
    if iso:
        return iso
    said = _bare(text)
    try:
        if match := _NUMBERS.fullmatch(said):
            return date(_year(match[3]), int(match[2]), int(match[1]))
        if match := _WRITTEN.fullmatch(said):
            return date(_year(match[3]), _month(match[2]), int(match[1]))
    except ValueError:
        pass
    raise SmqError(_("«{text}» is no date."), _("Write it like 20/02/2027."), text=text)


def yes_or_no(text: str) -> bool:
    """Return a yes or a no, in either language, in full or by its first letter.

    Raises:
        SmqError: it is neither.
    """
    said = _bare(text)
    if said in _YES:
        return True
    if said in _NO:
        return False
    raise SmqError(_("«{text}» is neither yes nor no."), _("Answer yes or no."), text=text)


def is_name(text: str) -> bool:
    """Return whether a text can name something: no number, no single letter, no «oui»."""
    said = _bare(text)
    signs = [sign for sign in said if sign.isalnum()]
    letters = [sign for sign in signs if sign.isalpha()]
    return bool(letters) and len(signs) > 1 and not said.startswith("oui ") and not _is_word(said)


def is_person(text: str) -> bool:
    """Return whether a text can name a person: two words, one of which may be an initial."""
    words = re.findall(r"[^\W\d_]+", _bare(text))
    return is_name(text) and len(words) > 1 and words[0] not in _NO_NAMES - {"o", "n", "y"}


def _is_word(said: str) -> bool:
    return said in _NO_NAMES or said in _NONE


def _bare(typed: str) -> str:
    """Return a text without accents, apostrophes, capitals and the signs that end a sentence."""
    bare = "".join(c for c in normalize("NFKD", typed.casefold()) if not combining(c))
    return " ".join(bare.replace("’", "").replace("'", "").rstrip(" .!…").split())


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _month(word: str) -> int:
    """Return the number of the one month that a word begins, 0 when none or several do."""
    found = [n for n, names in enumerate(_MONTHS, 1) if any(m.startswith(word) for m in names)]
    return found[0] if len(found) == 1 else 0
